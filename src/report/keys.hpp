// Keys: the members of an object matched with the keys that may stand there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/reading.hpp"

namespace nianbao::report {

struct KeySpec {
    std::string_view key = {};
    bool required = false;
    const std::vector<std::string>* aliases = nullptr;  // other names of the same key, or none
};

// Faults found when made: TYPE when the node is no object, KEY-UNKNOWN with the nearest known name,
// KEY-DUPLICATE (a key and its alias are the same), KEY-MISSING. Keys x_… and $schema are ignored.
class Keys {
public:
    enum class Others { faults, ignored };  // what unknown keys are
    Keys(Reading& reading, const Node& object, const std::vector<KeySpec>& specs, Others others = Others::faults);

    bool is_object() const { return node_.is(json::Kind::object); }
    // The value of a key, however it was written. The first of duplicates.
    std::optional<Node> find(std::string_view key) const;

private:
    void match(Reading& reading, const json::Member& member, Others others);
    void report_unknown(Reading& reading, const json::Member& member) const;

    Node node_;
    std::vector<KeySpec> specs_;
    std::vector<const json::Member*> found_;  // parallel to specs_
};

}  // namespace nianbao::report
