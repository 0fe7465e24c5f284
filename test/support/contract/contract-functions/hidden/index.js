// What phones may not call.
exports.main = () => 'only for functions';
