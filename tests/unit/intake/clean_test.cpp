// Copied text is cleaned, and each change is told with its place.
#include "intake/clean.hpp"

#include <catch2/catch.hpp>

#include "unit/intake/notes_of.hpp"

using namespace nianbao;
using namespace nianbao::intake;

namespace {

struct Cleaned {
    std::string text;
    Strings notes;
};

Cleaned cleaned(const std::string& text) {
    SourceLine one = line(text);
    Notes notes;
    clean(one, notes);
    return {utf8_of(one.chars), told(notes.take())};
}

}  // namespace

TEST_CASE("ASCII marks between Han become fullwidth, counted at the first") {
    const Cleaned out = cleaned("今年,我县公开信息:规章;文件(共2类)!");
    CHECK(out.text == "今年，我县公开信息：规章；文件（共2类）！");
    CHECK(out.notes == Strings{"IMPORT-WIDTH 1:3 6"});
}

TEST_CASE("Marks of numbers, times and addresses stay as they are") {
    for (const std::string& text : Strings{
             "共3.5万条", "金额1,234,567元", "下午15:24召开", "比例为4:6", "网址www.example.gov.cn", "https://a.gov.cn/b?x=1;y=2",
             "邮箱a.b@c.gov.cn", "电话0517-83605210", "A、B岗"}) {
        const Cleaned out = cleaned(text);
        CHECK(out.text == text);
        CHECK(out.notes.empty());
    }
}

TEST_CASE("An address ends before the mark that follows it") {
    CHECK(cleaned("见www.a.gov.cn,电话8360521(办公室)。").text == "见www.a.gov.cn，电话8360521（办公室）。");
    CHECK(cleaned("网站(www.a.gov.cn)下载").text == "网站（www.a.gov.cn）下载");
}

TEST_CASE("Latin text keeps its own marks") { CHECK(cleaned("Open (data), now: yes").text == "Open (data), now: yes"); }

TEST_CASE("The point of a numeral stays, a full stop at the line's end does not") {
    CHECK(cleaned("1.网上公开").text == "1.网上公开");
    CHECK(cleaned("已经办结.").text == "已经办结。");
}

TEST_CASE("A numeral in brackets becomes fullwidth") {
    CHECK(cleaned("(一)主动公开").text == "（一）主动公开");
    CHECK(cleaned("(1)主动公开").text == "（1）主动公开");
}

TEST_CASE("Straight quotation marks are paired; an odd one stays") {
    CHECK(cleaned("做到\"三个到位\"和\"两个公开\"").text == "做到“三个到位”和“两个公开”");
    CHECK(cleaned("屏幕15\"以上").text == "屏幕15\"以上");
}

TEST_CASE("Readings after Traditional characters go, words in brackets stay") {
    const Cleaned out = cleaned("鎮(zhèn)政務(wù)公開");
    CHECK(out.text == "鎮政務公開");
    CHECK(out.notes == Strings{"IMPORT-PINYIN 1:2 2"});
    CHECK(cleaned("客户端(app)上线").text == "客户端（app）上线");
}

TEST_CASE("F(xiàn) is a broken 現") {
    CHECK(cleaned("工作,F(xiàn)將情況報告如下").text == "工作，現將情況報告如下");
    CHECK(cleaned("F(x)是函数").text == "F（x）是函数");
}

TEST_CASE("Marks that belong to nothing are left out with a warning") {
    const Cleaned out = cleaned("存在的.主要问题");
    CHECK(out.text == "存在的主要问题");
    CHECK(out.notes == Strings{"IMPORT-STRAY 1:4 ."});
    CHECK(cleaned("及时的'原则").text == "及时的原则");
    CHECK(cleaned("公开的`机制").text == "公开的机制");
    CHECK(cleaned("结果公开(,加强解读").text == "结果公开，加强解读");
}

TEST_CASE("Doubled pauses become one, dashes and ellipses stay") {
    CHECK(cleaned("公开,,加强").text == "公开，加强");
    CHECK(cleaned("载体——网站……").text == "载体——网站……");
}

TEST_CASE("Spaces beside Han go, those between Latin words stay") {
    CHECK(cleaned("发布 30 条，其中　规章 3件").text == "发布30条，其中规章3件");
    CHECK(cleaned("用 Open Data 平台").text == "用Open Data平台");
}

TEST_CASE("The year of a document number stands in six-cornered brackets") {
    CHECK(cleaned("国办公开办函[2021]30号").text == "国办公开办函〔2021〕30号");
    CHECK(cleaned("政办〔2021〕3号").notes.empty());
    CHECK(cleaned("条例（2019）修订").text == "条例（2019）修订");
}

TEST_CASE("Columns are those of the source, whatever was left out before") {
    CHECK(cleaned("鎮(zhèn)公開,好").notes == Strings{"IMPORT-PINYIN 1:2 1", "IMPORT-WIDTH 1:10 1"});
}
