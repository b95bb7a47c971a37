exports.main = async (event, context) => {
  if (event.fail) throw new Error('asked to fail');
  return { event, openId: process.env.WX_OPENID, hasContext: context !== undefined };
};
