// Template: how a report looks, as data; and compose(), which makes the Document.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <nianbao/document.hpp>
#include <nianbao/export.hpp>
#include <nianbao/report.hpp>

namespace nianbao {

// An immutable template (版式模板). Cheap to copy.
class NIANBAO_API Template {
public:
    // Each throws TemplateError with a pointer into the template.
    static Template built_in(std::string_view format_id);
    static Template from_file(const std::filesystem::path& file);  // and FileError, JsonError
    static Template from_json(std::string_view json);

    const std::string& format() const;  // the report format it is for
    const std::string& fingerprint() const;  // SHA-256 of its JSON

    class Data;
    const Data& data() const { return *data_; }
    explicit Template(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

private:
    std::shared_ptr<const Data> data_;
};

// The text of template.json of a built-in format. Throws TemplateError for an unknown id.
NIANBAO_API std::string template_json(std::string_view id);

// How a number that is not available (null) is printed: not at all, as 0, or as a dash.
enum class MissingNumbers { blank, zero, dash };

struct ComposeOptions {
    std::optional<MissingNumbers> missing_numbers = {};  // none = as the template says
};

// Report + Template → Document. Throws TemplateError when a field of the template is not in the format.
NIANBAO_API Document compose(const Report& report, const Template& report_template,
                             const ComposeOptions& options = {});

}  // namespace nianbao
