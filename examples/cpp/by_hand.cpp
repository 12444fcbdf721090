// A document without report data: blocks of one's own. Usage: by_hand IGNORED OUT.pdf
#include <iostream>

#include <nianbao/nianbao.hpp>

int main(int argc, char** argv) try {
    if (argc != 3) return 2;
    nianbao::Document document;
    document.title = "政务公开培训记录";
    document.author = "示例单位";
    document.blocks = {
        nianbao::Paragraph{.text = "政务公开培训记录", .style = "title"},
        nianbao::Heading{.level = 1, .text = "培训安排"},
        nianbao::Paragraph{.text = "全年组织培训4次，参加人员312人次，其中新任工作人员86人次。"},
        nianbao::Heading{.level = 2, .text = "内容"},
        nianbao::List{.items = {{{{.text = "依申请公开办理流程；"}}}, {{{.text = "政府信息管理。"}}}}, .numerals = "1."},
    };
    nianbao::save(argv[2], nianbao::write_pdf(nianbao::typeset(document, nianbao::FontSet::bundled())));
} catch (const nianbao::Error& e) {
    std::cerr << e.where() << ": " << e.what() << '\n';
    return e.exit_code();
}
