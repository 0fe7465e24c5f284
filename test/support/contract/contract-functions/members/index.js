// What phones may call when somebody is signed in.
exports.main = () => 'for members';
