// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <ranges>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "documents.hpp"

namespace synth::introspect {

namespace {

using nlohmann::json;
using sort = document_value::sort;
using known = std::optional<document_value>;

// The members that expressions ask for, each with the names on the way to it, and the constants in them.
class gathering {
public:
    gathering(const sql_tree& tree, std::set<std::vector<std::string>>& paths, std::vector<json>& values)
        : tree_(tree), paths_(paths), values_(values) {}

    void look_at(const sql_tree::node& one) {
        if (one.is_array()) {
            for (const sql_tree::node& each : one) {
                look_at(each);
            }
        } else if (one.is_object()) {
            look_at_object(one);
        }
    }

private:
    void look_at_object(const sql_tree::node& one) {
        if (kind_of(one) == "A_Const" || kind_of(one) == "TypeCast") {
            add_constant(one);
        }
        if (kind_of(one) == "FuncCall" && part(inside(one), "args").size() == 2 &&
            name_of(part(inside(one), "funcname")).last.starts_with("json_")) { // of SQLite
            const known path = calculate_document(tree_, part(inside(one), "args")[1], {});
            if (const auto steps = path ? steps_of_json_path(*path) : std::nullopt) {
                paths_.insert(*steps);
                return;
            }
        }
        if (kind_of(one) == "A_Expr") {
            const std::string name = name_of(part(inside(one), "name")).last;
            if (name.starts_with("?") || name.starts_with("->") || name.starts_with("#>")) {
                for (const std::vector<std::string>& each : paths_of(one)) {
                    paths_.insert(each);
                }
                return;
            }
        }
        for (const auto& each : one.items()) {
            look_at(each.value());
        }
    }

    void add_constant(const sql_tree::node& one) {
        const known constant = calculate_document(tree_, one, {});
        const bool usable = constant && (constant->of == sort::text || constant->of == sort::number ||
                                         constant->of == sort::document);
        if (usable && std::ranges::find(values_, constant->content) == values_.end()) {
            values_.push_back(constant->content);
        }
    }

    // d -> 'address' ->> 'city' and d #> '{address,city}'; several for d ?& '{a,b}'.
    std::vector<std::vector<std::string>> paths_of(const sql_tree::node& one) {
        if (kind_of(one) != "A_Expr") {
            return {{}};
        }
        const std::string name = name_of(part(inside(one), "name")).last;
        const known right = calculate_document(tree_, part(inside(one), "rexpr"), {});
        if (!right) {
            return {{}};
        }
        const std::optional<std::vector<std::string>> steps = steps_of(*right);
        std::vector<std::vector<std::string>> result;
        for (std::vector<std::string> each : paths_of(part(inside(one), "lexpr"))) {
            if (name.starts_with("#>") && steps) {
                each.insert(each.end(), steps->begin(), steps->end());
                result.push_back(each);
            } else if (right->of == sort::list || (name != "?" && name.starts_with("?") && steps)) {
                for (const std::string& step : steps.value_or(std::vector<std::string>{})) {
                    result.push_back(each);
                    result.back().push_back(step);
                }
            } else if (right->of == sort::text) {
                each.push_back(right->content.get<std::string>());
                result.push_back(each);
            }
        }
        return result.empty() ? std::vector<std::vector<std::string>>{{}} : result;
    }

    const sql_tree& tree_;
    std::set<std::vector<std::string>>& paths_;
    std::vector<json>& values_;
};

// An object that has a value at each of some paths.
json object_of(const std::vector<std::vector<std::string>>& paths, const std::vector<const json*>& values) {
    json result = json::object();
    for (std::size_t at = 0; at < paths.size(); ++at) {
        json* place = &result;
        for (const std::string& step : paths[at]) {
            if (!place->is_object()) {
                *place = json::object();
            }
            place = &(*place)[step];
        }
        if (place->is_null()) {
            *place = *values[at];
        }
    }
    return result;
}

} // namespace

std::vector<std::string> candidate_documents(const column& of, const std::vector<std::string>& conditions) {
    constexpr std::size_t most = 1'000;
    constexpr std::size_t most_in_arrays = 20;
    constexpr std::size_t most_rounds = 2'000;
    constexpr std::size_t most_values = 16;
    std::vector<std::string> result;
    const auto add = [&](const json& one) {
        if (std::string spelled = one.dump(); std::ranges::find(result, spelled) == result.end()) {
            result.push_back(std::move(spelled));
        }
    };
    std::set<std::vector<std::string>> asked;
    std::vector<json> values;
    try {
        if (!of.default_expression.empty()) {
            const sql_tree tree{of.default_expression};
            const known held = calculate_document(tree, tree.root(), {});
            if (held && held->of == sort::document) {
                add(held->content);
            } else if (held && held->of == sort::text) { // of SQLite
                const json document = parsed_document(held->content.get<std::string>());
                if (document.is_structured()) {
                    add(document);
                }
            }
        }
        for (const std::string& each : conditions) {
            const sql_tree tree{each};
            gathering{tree, asked, values}.look_at(tree.root());
        }
    } catch (const untranslatable&) {
        return result; // the check itself says why
    }
    asked.erase(std::vector<std::string>{});
    values.resize(std::min(values.size(), most_values));
    for (const json& plain : {json::array(), json::object(), json("text"), json(1), json(true)}) {
        if (std::ranges::find(values, plain) == values.end()) {
            values.push_back(plain); // behind what the conditions name
        }
    }
    add(json::array());
    add(json::object());
    for (const json& each : values) {
        if (each.is_structured()) {
            add(each);
        }
    }
    for (const json& each : values) { // [1], and a constant for itself
        add(json::array({each}));
        add(each);
    }
    // Objects with all that is asked for: every choice of the values, as far as there are not too many.
    // A member on the way to another one is an object anyway.
    std::vector<std::vector<std::string>> paths;
    for (const std::vector<std::string>& each : asked) {
        while (!paths.empty() && paths.back().size() < each.size() &&
               std::ranges::equal(paths.back(), each | std::views::take(paths.back().size()))) {
            paths.pop_back();
        }
        paths.push_back(each);
    }
    std::vector<std::size_t> choice(paths.size());
    std::size_t rounds = 0;
    for (bool more = !paths.empty(); more && result.size() < most && rounds < most_rounds; ++rounds) {
        std::vector<const json*> chosen;
        for (const std::size_t each : choice) {
            chosen.push_back(&values[each]);
        }
        const json object = object_of(paths, chosen);
        add(object);
        if (rounds < most_in_arrays) {
            add(json::array({object}));
        }
        json with_constants = object;
        for (const json& each : values) {
            if (each.is_object()) {
                with_constants.update(each);
            }
        }
        add(with_constants);
        more = false;
        for (std::size_t at = 0; at < choice.size() && !more; ++at) {
            choice[at] = (choice[at] + 1) % values.size();
            more = choice[at] != 0;
        }
    }
    return result;
}

} // namespace synth::introspect
