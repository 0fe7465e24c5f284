// Cannot even be loaded.
throw new Error('the module is faulty');
