// Words that titles of official documents are made of.
#include "text/sense_table.hpp"

namespace nianbao::text {
namespace {

constexpr std::u32string_view words[] = {
    U"政府信息公开",   U"信息公开",       U"政府信息",     U"政务公开",
    U"政务服务",       U"政务信息",       U"政务新媒体",   U"主动公开",
    U"依申请公开",     U"工作年度报告",   U"年度工作报告", U"年度报告",
    U"工作报告",       U"工作总结",       U"工作计划",     U"工作要点",
    U"工作方案",       U"实施方案",       U"实施意见",     U"指导意见",
    U"管理办法",       U"管理规定",       U"暂行办法",     U"实施细则",
    U"工作条例",       U"中华人民共和国", U"国务院",       U"人民政府",
    U"人民法院",       U"人民检察院",     U"办公厅",       U"办公室",
    U"委员会",         U"管委会",         U"自治区",       U"自治州",
    U"自治县",         U"开发区",         U"街道办事处",   U"办事处",
    U"领导小组",       U"发展和改革",     U"市场监督管理", U"人力资源和社会保障",
    U"自然资源和规划", U"住房和城乡建设", U"农业农村",     U"生态环境",
    U"交通运输",       U"卫生健康",       U"文化和旅游",   U"应急管理",
    U"退役军人事务",   U"教育",           U"科学技术",     U"工业和信息化",
    U"民政",           U"司法",           U"财政",         U"审计",
    U"统计",           U"医疗保障",       U"城市管理",     U"行政审批",
    U"数据",           U"公安",           U"税务",         U"水利",
    U"商务",           U"体育",           U"林业",         U"工作",
    U"年度",           U"报告",           U"总结",         U"计划",
    U"情况",           U"通知",           U"决定",         U"意见",
    U"办法",           U"规定",           U"条例",         U"方案",
    U"公告",           U"通告",           U"印发",         U"贯彻",
    U"落实",           U"进一步",         U"加强",         U"推进",
    U"全面",           U"深化",           U"改革",         U"发展",
    U"建设",           U"管理",           U"服务",         U"监督",
    U"保障",           U"关于",           U"以及",         U"部门",
    U"基层",           U"标准化",         U"规范化",       U"全市",
    U"全省",           U"全县",           U"所属",         U"单位",
    U"有关",           U"开展",           U"组织",         U"制定",
    U"修订",           U"申请",           U"答复",         U"处理",
    U"受理",           U"信访",           U"投资",         U"项目",
    U"工程",           U"安全生产",       U"安全",         U"生产",
    U"治理",           U"行动",           U"专项",         U"整治",
    U"检查",           U"考核",           U"评估",         U"培训",
    U"会议",           U"活动",           U"试点",         U"目录",
    U"指南",           U"清单",           U"制度",         U"机制",
    U"体系",           U"平台",           U"网站",         U"公报",
    U"政策",           U"解读",           U"回应",         U"社会",
    U"经济",           U"企业",           U"群众",         U"农村",
    U"城市",           U"乡村振兴",       U"高质量",       U"营商环境",
    U"优化",           U"提升",           U"改进",         U"完善",
    U"健全",           U"规范",           U"促进",         U"实施",
    U"执行",           U"预算",           U"决算",         U"财务",
    U"资金",           U"行政",           U"许可",         U"处罚",
    U"执法",           U"法治",           U"依法",         U"领域",
    U"重点",           U"中央",           U"地方",         U"各级",
    U"党政机关",       U"机关",           U"事业单位",     U"年",
    U"上半年",         U"下半年",         U"第一季度",     U"第二季度",
    U"第三季度",       U"第四季度",
};
constexpr std::u32string_view endings[] = {
    U"人民政府", U"国务院",   U"办公厅",     U"办公室",   U"委员会", U"管委会",
    U"办事处",   U"人民法院", U"人民检察院", U"领导小组", U"局",     U"厅",
    U"委",       U"院",       U"部",         U"处",       U"中心",   U"公司",
};
constexpr std::u32string_view leaning[] = {U"的",   U"和",   U"及", U"与", U"暨", U"或",
                                           U"以及", U"关于", U"对", U"在", U"为", U"第"};

// Endings of words: they close what stands before them.
constexpr std::u32string_view closing_characters = U"的局厅部委院处省市县区乡镇村州旗等性化者类";

} // namespace

std::u32string_view suffixes() {
    return closing_characters;
}
std::span<const std::u32string_view> title_words() {
    return words;
}
std::span<const std::u32string_view> organ_endings() {
    return endings;
}
std::span<const std::u32string_view> leaning_words() {
    return leaning;
}

} // namespace nianbao::text
