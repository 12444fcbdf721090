// Keys: the members of an object matched with the keys that may stand there.
#include "report/keys.hpp"

#include <algorithm>

#include "base/messages.hpp"
#include "base/nearest.hpp"

namespace nianbao::report {

namespace {

bool names(const KeySpec& spec, const std::string& key) {
    if (spec.key == key) return true;
    return spec.aliases != nullptr && std::find(spec.aliases->begin(), spec.aliases->end(), key) != spec.aliases->end();
}

}  // namespace

Keys::Keys(Reading& reading, const Node& object, const std::vector<KeySpec>& specs, Others others)
    : node_(object), specs_(specs), found_(specs.size(), nullptr) {
    if (!is_object()) {
        reading.wrong_type(object, "EXPECTED-OBJECT");
        return;
    }
    for (const json::Member& member : object.value->members) match(reading, member, others);
    for (std::size_t i = 0; i < specs_.size(); ++i) {
        if (found_[i] != nullptr || !specs_[i].required) continue;
        const std::string key(specs_[i].key);
        const Node missing{object.value, json::child(object.pointer, key), json::child(object.canonical, key)};
        reading.fault("KEY-MISSING", missing, {.expected = in_both(key)});
    }
}

void Keys::match(Reading& reading, const json::Member& member, Others others) {
    if (member.key.starts_with("x_") || member.key == "$schema") return;
    for (std::size_t i = 0; i < specs_.size(); ++i) {
        if (!names(specs_[i], member.key)) continue;
        if (found_[i] == nullptr) {
            found_[i] = &member;
        } else {
            const Node again{&member.value, json::child(node_.pointer, member.key), json::child(node_.canonical, specs_[i].key)};
            reading.fault("KEY-DUPLICATE", again,
                          {.found = shortened(json::quote(member.key)), .before = found_[i]->position, .position = member.position});
        }
        return;
    }
    if (others == Others::faults) report_unknown(reading, member);
}

void Keys::report_unknown(Reading& reading, const json::Member& member) const {
    if (reading.is_full()) return reading.fault("KEY-UNKNOWN", node_);
    std::vector<std::string> known;
    for (const KeySpec& spec : specs_) {
        known.emplace_back(spec.key);
        if (spec.aliases != nullptr) known.insert(known.end(), spec.aliases->begin(), spec.aliases->end());
    }
    std::string all;
    for (const KeySpec& spec : specs_) all += (all.empty() ? "" : ", ") + std::string(spec.key);
    const Node unknown{&member.value, json::child(node_.pointer, member.key), node_.canonical};
    reading.fault("KEY-UNKNOWN", unknown,
                  {.expected = in_both(all), .found = shortened(json::quote(member.key)), .suggestion = nearest(member.key, known),
                   .position = member.position});
}

std::optional<Node> Keys::find(std::string_view key) const {
    for (std::size_t i = 0; i < specs_.size(); ++i) {
        if (specs_[i].key != key) continue;
        if (found_[i] == nullptr) return std::nullopt;
        return Node{&found_[i]->value, json::child(node_.pointer, found_[i]->key), json::child(node_.canonical, key)};
    }
    return std::nullopt;
}

}  // namespace nianbao::report
