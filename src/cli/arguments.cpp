// What the user asked for on the command line, read by CLI11.
#include "cli/arguments.hpp"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

#include <nianbao/version.hpp>

namespace nianbao::cli {

namespace {

// Help must know the language before anything is parsed.
Language language_of(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang=en") return Language::en;
        if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en") return Language::en;
    }
    return Language::zh;
}

class Builder {
public:
    Builder(Arguments& into, Language language) : into_(into), language_(language) {}

    void build(CLI::App& app) {
        app.require_subcommand(1);
        app.set_version_flag("--version", NIANBAO_VERSION, says("显示版本", "show the version"));
        app.set_help_flag("-h,--help", says("显示帮助", "show this help"));
        add_language(app);
        add_render(app);
        add_check(app);
        add_dump(app);
        add_fonts(app);
        add_formats(app);
        add_init(app);
        add_schema(app);
        add_explain(app);
        add_import(app);
        add_batch(app);
    }

private:
    std::string says(const char* zh, const char* en) const { return language_ == Language::en ? en : zh; }

    void add_language(CLI::App& app) {
        app.add_option("--lang", language_name_, says("提示语言：zh 或 en", "language of messages: zh or en"))
            ->check(CLI::IsMember({"zh", "en"}))
            ->each([this](const std::string& v) { into_.language = v == "en" ? Language::en : Language::zh; });
    }

    CLI::App* add_verb(CLI::App& app, const char* name, const std::string& help, Verb verb) {
        CLI::App* sub = app.add_subcommand(name, help);
        sub->set_help_flag("-h,--help", says("显示帮助", "show this help"));
        sub->callback([this, verb] { into_.verb = verb; });
        add_language(*sub);
        return sub;
    }

    void add_input(CLI::App& sub) {
        sub.add_option("input", into_.input, says("报告数据（JSON），- 为标准输入", "report data (JSON), - is standard input"))
            ->required();
    }

    void add_look(CLI::App& sub) {
        sub.add_option("--template", into_.template_file, says("版式模板（JSON）", "template (JSON)"));
        add_changes(sub);
    }

    // An option that may be repeated takes one value each time: what follows may be the input.
    void add_changes(CLI::App& sub) {
        sub.add_flag("--as-printed", into_.as_printed,
                     says("数字不平也照原样排印", "print numbers exactly as given, even when they do not agree"));
        sub.add_option("--missing", into_.missing,
                       says("空缺的数（null）如何排印：blank 空白、zero 0、dash 横线", "how null in a table is printed"))
            ->check(CLI::IsMember({"blank", "zero", "dash"}));
        sub.add_option("--font-dir", into_.font_folders,
                       says("另用此目录中的字体，可重复", "add the fonts of this folder, may be repeated"))
            ->allow_extra_args(false);
        sub.add_flag("--draft", into_.draft, says("加“草稿”水印", "with a draft watermark"));
    }

    void add_render(CLI::App& app) {
        CLI::App* sub = add_verb(app, "render", says("生成 PDF", "make the PDF"), Verb::render);
        add_input(*sub);
        sub->add_option("-o,--output", into_.output,
                        says("输出文件，- 为标准输出，目录则按标题取名；缺省与输入同名",
                             "output file, - is standard output, a folder takes the title as the name; default: the input's name with .pdf"));
        add_look(*sub);
        sub->add_flag("--small", into_.small,
                      says("文件更小，用时较长", "a smaller file, in more time"));
    }

    void add_check(CLI::App& app) {
        CLI::App* sub = add_verb(app, "check", says("核验数据和勾稽关系", "check the data and its sums"), Verb::check);
        add_input(*sub);
        CLI::Option* shape = sub->add_option("--format", into_.shape, says("结果的形式：text、json 或 sarif", "how findings are printed: text, json or sarif"))
                                 ->check(CLI::IsMember({"text", "json", "sarif"}));
        sub->add_flag_callback("--json", [this] { into_.shape = "json"; }, says("同 --format json", "the same as --format json"))->excludes(shape);
        add_previous(*sub);
        sub->add_option("--parts", into_.parts, says("被汇总的各报告，如 'parts/*.json'，可重复", "the reports it sums up, such as 'parts/*.json'; may be repeated"))
            ->allow_extra_args(false);
    }

    void add_previous(CLI::App& sub) {
        sub.add_option("--previous", into_.previous, says("上年的报告（JSON）", "last year's report (JSON)"));
    }

    void add_init(CLI::App& app) {
        CLI::App* sub = add_verb(app, "init", says("写出一份待填的报告", "write a report to be filled in"), Verb::init);
        sub->add_option("--format", into_.format, says("报告格式，缺省 disclosure-2021", "report format, default disclosure-2021"));
        sub->add_option("--organ", into_.organ, says("发布机关", "the organ that issues the report"));
        sub->add_option("--year", into_.year, says("报告年度", "the reporting year"))->check(CLI::Range(2008, 2100));
        add_previous(*sub);
        sub->add_option("-o,--output", into_.output,
                        says("输出文件，旁边另写一份 .schema.json 供编辑器使用；缺省为标准输出",
                             "output file, with a .schema.json beside it for editors; default standard output"));
    }

    void add_schema(CLI::App& app) {
        CLI::App* sub = add_verb(app, "schema", says("显示 JSON Schema", "print a JSON Schema"), Verb::schema);
        sub->add_option("subject", into_.subject, says("报告格式，或 template（版式模板）；缺省为全部格式", "a report format, or template; default: all formats"));
    }

    void add_explain(CLI::App& app) {
        CLI::App* sub = add_verb(app, "explain", says("说明一条规则：要求、依据、正误示例", "explain a rule: what it asks, its source, a wrong and a right example"), Verb::explain);
        sub->add_option("rule", into_.subject, says("规则编号，如 T3-C1；缺省列出全部", "id of the rule, such as T3-C1; default: list them"));
    }

    void add_dump(CLI::App& app) {
        CLI::App* sub = add_verb(app, "dump", says("以文本显示中间结果", "print a stage as text"), Verb::dump);
        add_input(*sub);
        CLI::Option* stage =
            sub->add_option("--stage", into_.stage, says("document（段落和表格）、lines（各行）或 pages（页面）",
                                                         "document (blocks), lines or pages"))
                ->check(CLI::IsMember({"document", "lines", "pages"}));
        sub->add_flag_callback("--lines", [this] { into_.stage = "lines"; },
                               says("各行的自然宽度、逐级调整量和断行理由",
                                    "each line: natural width, adjustment by step, reason of its break"))
            ->excludes(stage);
        add_look(*sub);
    }

    void add_fonts(CLI::App& app) {
        CLI::App* sub = add_verb(app, "fonts", says("列出所用字体、替代字和缺字", "list the fonts used, substituted and missing characters"), Verb::fonts);
        add_input(*sub);
        sub->add_flag_callback("--json", [this] { into_.shape = "json"; }, says("结果为 JSON", "as JSON"));
        add_look(*sub);
    }

    void add_formats(CLI::App& app) {
        CLI::App* sub = add_verb(app, "formats", says("列出或显示报告格式", "list or show report formats"), Verb::formats);
        CLI::Option* show = sub->add_option("--show", into_.show, says("显示此格式", "show this format"));
        CLI::Option* format = sub->add_flag_callback("--format", [this] { into_.part = "format"; },
                                                     says("显示 format.json（缺省）", "its format.json (default)"));
        CLI::Option* look = sub->add_flag_callback("--template", [this] { into_.part = "template"; },
                                                   says("显示 template.json", "its template.json"));
        CLI::Option* schema = sub->add_flag_callback("--schema", [this] { into_.part = "schema"; },
                                                     says("显示报告数据的 JSON Schema", "the JSON Schema of its report data"));
        for (CLI::Option* option : {format, look, schema}) option->needs(show);
        format->excludes(look)->excludes(schema);
        look->excludes(schema);
    }

    void add_import(CLI::App& app) {
        CLI::App* sub = add_verb(app, "import", says("把文本整理成报告数据（JSON）", "make report data (JSON) of a text"), Verb::import_text);
        sub->add_option("input", into_.input, says("文本（UTF-8 或 GB18030），- 为标准输入", "text (UTF-8 or GB18030), - is standard input"))->required();
        sub->add_option("-o,--output", into_.output,
                        says("输出文件；缺省为标准输出。用 --split 时为目录", "output file, default standard output; a folder with --split"));
        sub->add_option("--format", into_.format, says("报告格式；缺省由内容判断", "report format; default: found from the text"));
        sub->add_option("--organ", into_.organ, says("发布机关", "the organ that issues the report"));
        sub->add_option("--year", into_.year, says("报告年度", "the reporting year"))->check(CLI::Range(1949, 2100));
        CLI::Option* findings = sub->add_option("--findings", into_.findings, says("核验结果另存为 JSON", "save the findings as JSON too"));
        sub->add_flag("--keep", into_.keep, says("只识别结构，不改一字", "find the structure, change no character"));
        CLI::Option* lines = sub->add_option("--lines", into_.lines, says("只取这些行，如 37-66", "only these lines, as 37-66"))
                                 ->check([](const std::string& v) { return is_range(v) ? std::string() : std::string("A-B"); });
        CLI::Option* split = sub->add_flag("--split", into_.split, says("一个文本中有几篇，分别输出", "several reports in one text: one file each"));
        split->excludes(lines)->excludes(findings);
    }

    void add_batch(CLI::App& app) {
        CLI::App* sub = add_verb(app, "batch", says("批量生成 PDF", "make many PDFs"), Verb::batch);
        sub->add_option("input", into_.input,
                        says("清单（每行一份：路径，或 {\"report\", \"output\", \"previous\", \"as_printed\"}），- 为标准输入；或放 JSON 文件的目录",
                             "manifest (a line each: a path, or {\"report\", \"output\", \"previous\", \"as_printed\"}), - is standard input; or a folder of JSON files"))
            ->required();
        sub->add_option("-o,--output", into_.output, says("输出目录", "folder of the PDFs"))->required();
        sub->add_option("-j,--jobs", into_.workers, says("线程数，0 为全部处理器（缺省）", "threads, 0 = all processors (default)"))->check(CLI::Range(0, 256));
        sub->add_flag("--resume", into_.resume, says("接着上次做，已完成且未变的不重做", "go on where it was: leave what is done and unchanged"));
        sub->add_option("--names", into_.names, says("文件名：input 与输入同名（缺省）、title 按标题", "names of the PDFs: input (default) or title"))
            ->check(CLI::IsMember({"input", "title"}));
        sub->add_option("--template", into_.templates, says("版式模板，可重复，各用于自己的格式", "template, may be repeated, each for its format"))
            ->allow_extra_args(false);
        add_changes(*sub);
        sub->add_flag("--small", into_.small, says("文件更小，用时较长", "smaller files, in more time"));
        sub->add_option("--csv", into_.csv, says("汇总表的文件名，空为不写", "name of the summary as CSV, empty = none"));
        sub->add_option("--html", into_.html, says("汇总网页的文件名，空为不写", "name of the summary as HTML, empty = none"));
        sub->add_option("--progress", into_.progress, says("进度：auto（终端上显示）、always、never、json", "progress: auto (on a terminal), always, never, json"))
            ->check(CLI::IsMember({"auto", "always", "never", "json"}));
    }

    static bool is_range(const std::string& text) {
        const std::size_t dash = text.find('-');
        const auto is_number = [](std::string_view part) {
            return !part.empty() && part.size() < 8 && part.find_first_not_of("0123456789") == std::string_view::npos;
        };
        return dash != std::string::npos && is_number(std::string_view(text).substr(0, dash)) && is_number(std::string_view(text).substr(dash + 1));
    }

    Arguments& into_;
    Language language_;
    std::string language_name_;
};

}  // namespace

Parsed parse(const std::vector<std::string>& arguments) {
    Arguments result;
    result.language = language_of(arguments);
    CLI::App app(result.language == Language::en
                     ? "nianbao: report data in, the standard annual report out as PDF/A-2a and PDF/UA-1"
                     : "nianbao（年报）：报告数据排成标准年度报告 PDF（PDF/A-2a、PDF/UA-1）",
                 "nianbao");
    Builder builder(result, result.language);
    builder.build(app);
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& e) {
        return {.arguments = {}, .exit_code = app.exit(e, std::cout, std::cerr) == 0 ? 0 : 2};
    }
    return {.arguments = std::move(result), .exit_code = 0};
}

}  // namespace nianbao::cli
