Page({ data: { loading: true } });
