/* global Page */
Page({ data: { shown: false } });
