// Names of the Chinese fonts that offices have, by role; spec/fonts 9.
#include "font/font_names.hpp"

namespace nianbao::font {

const std::vector<KnownName>& known_names() {
    static const std::vector<KnownName> names = {
        // 仿宋
        {u"仿宋", FontRole::fangsong}, {u"仿宋gb2312", FontRole::fangsong}, {u"fangsong", FontRole::fangsong},
        {u"fangsonggb2312", FontRole::fangsong}, {u"华文仿宋", FontRole::fangsong}, {u"stfangsong", FontRole::fangsong},
        {u"方正仿宋简体", FontRole::fangsong}, {u"方正仿宋gbk", FontRole::fangsong}, {u"fzfangsongz02", FontRole::fangsong},
        {u"fzfangsongz02s", FontRole::fangsong}, {u"朱雀仿宋", FontRole::fangsong}, {u"zhuquefangsong", FontRole::fangsong},
        {u"朱雀仿宋（预览测试版）", FontRole::fangsong}, {u"zhuquefangsong(technicalpreview)", FontRole::fangsong},
        // 楷体
        {u"楷体", FontRole::kai}, {u"楷体gb2312", FontRole::kai}, {u"kaiti", FontRole::kai},
        {u"kaitigb2312", FontRole::kai}, {u"华文楷体", FontRole::kai}, {u"stkaiti", FontRole::kai},
        {u"方正楷体简体", FontRole::kai}, {u"方正楷体gbk", FontRole::kai}, {u"fzkaiz03", FontRole::kai},
        {u"fzkaiz03s", FontRole::kai}, {u"霞鹜文楷", FontRole::kai}, {u"lxgwwenkai", FontRole::kai},
        {u"霞鹜文楷gb", FontRole::kai}, {u"lxgwwenkaigb", FontRole::kai},
        // 宋体
        {u"宋体", FontRole::song}, {u"simsun", FontRole::song}, {u"simsunextb", FontRole::song},
        {u"simsunextg", FontRole::song}, {u"华文宋体", FontRole::song}, {u"stsong", FontRole::song},
        {u"方正书宋简体", FontRole::song}, {u"方正书宋gbk", FontRole::song}, {u"fzshusongz01", FontRole::song},
        {u"fzshusongz01s", FontRole::song},
        // 黑体
        {u"黑体", FontRole::hei}, {u"simhei", FontRole::hei}, {u"华文黑体", FontRole::hei},
        {u"stheiti", FontRole::hei}, {u"方正黑体简体", FontRole::hei}, {u"方正黑体gbk", FontRole::hei},
        {u"fzheib01", FontRole::hei}, {u"fzheib01s", FontRole::hei},
        // 小标宋
        {u"小标宋", FontRole::title}, {u"方正小标宋简体", FontRole::title}, {u"方正小标宋gbk", FontRole::title},
        {u"fzxiaobiaosongb05", FontRole::title}, {u"fzxiaobiaosongb05s", FontRole::title},
        {u"华文中宋", FontRole::title}, {u"stzhongsong", FontRole::title},
    };
    return names;
}

}  // namespace nianbao::font
