/* global Page */
Page({ data: { loading: true } });
