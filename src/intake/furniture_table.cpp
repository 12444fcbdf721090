// The marks of web page furniture, without spaces, in Simplified and Traditional.
#include "intake/furniture.hpp"

namespace nianbao::intake {

std::span<const FurnitureMark> furniture_marks() {
    static constexpr FurnitureMark marks[] = {
        {Zone::head, U"首页>"}, {Zone::head, U"首頁>"}, {Zone::head, U"首页»"}, {Zone::head, U"首页/"},
        {Zone::head, U"当前位置"}, {Zone::head, U"您的位置"}, {Zone::head, U"您现在的位置"},
        {Zone::head, U"【字体"}, {Zone::head, U"[字体"}, {Zone::head, U"字体："}, {Zone::head, U"字号："}, {Zone::head, U"【字號"},
        {Zone::head, U"浏览量"}, {Zone::head, U"瀏覽量"}, {Zone::head, U"浏览次数"}, {Zone::head, U"阅读次数"}, {Zone::head, U"点击数"},
        {Zone::head, U"点击率"}, {Zone::head, U"分享到"}, {Zone::head, U"【打印】"}, {Zone::head, U"打印本页"}, {Zone::head, U"关闭窗口"},
        {Zone::head, U"本站为你"}, {Zone::head, U"本站为您"}, {Zone::head, U"供大家参考"}, {Zone::head, U"欢迎阅读"},
        {Zone::foot, U"网站地图"}, {Zone::foot, U"联系我们"}, {Zone::foot, U"版权所有"}, {Zone::foot, U"版權所有"}, {Zone::foot, U"主办:"},
        {Zone::foot, U"主办："}, {Zone::foot, U"主办单位"}, {Zone::foot, U"承办:"}, {Zone::foot, U"承办："}, {Zone::foot, U"承办单位"},
        {Zone::foot, U"ICP备"}, {Zone::foot, U"公网安备"}, {Zone::foot, U"标识码"}, {Zone::foot, U"涉密文件严禁"},
        {Zone::foot, U"浏览效果"}, {Zone::foot, U"无障碍"}, {Zone::foot, U"技术支持"}, {Zone::foot, U"扫一扫"}, {Zone::foot, U"上一篇"},
        {Zone::foot, U"下一篇"}, {Zone::foot, U"相关文章"}, {Zone::foot, U"责任编辑"}, {Zone::foot, U"打印本页"}, {Zone::foot, U"关闭窗口"},
        {Zone::foot, U"分享到"},
    };
    return marks;
}

}  // namespace nianbao::intake
