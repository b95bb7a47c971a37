Page({ data: { shown: false } });
