// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_INTROSPECT_TRANSLATION_HPP
#define SYNTH_TESTS_INTROSPECT_TRANSLATION_HPP

#include <string>
#include <string_view>
#include <vector>

#include "condition.hpp"

namespace introspect_test {

/// Translates conditions over a table `t` with these columns.
class translation {
public:
    explicit translation(std::vector<synth::introspect::column> columns) : columns_(std::move(columns)) {
        row_.table = "t";
        for (const synth::introspect::column& each : columns_) {
            row_.columns.push_back({.source = &each,
                                    .cpp = "&t::" + each.name,
                                    .enumeration = "mood",
                                    .labels = {"sad", "ok", "happy"},
                                    .enumerators = {"sad", "ok", "happy"},
                                    .left_out = !each.generated_expression.empty()});
        }
    }
    translation(const translation&) = delete;
    translation& operator=(const translation&) = delete;
    ~translation() = default;

    [[nodiscard]] synth::introspect::condition_row& row() { return row_; }

    /// What becomes of a condition, without namespaces: the rest before the elements of each array. Remarks
    /// stand behind in braces.
    [[nodiscard]] std::string operator()(const std::string& sql) const {
        try {
            const synth::introspect::condition found = synth::introspect::translate({sql}, row_);
            std::string result = found.text;
            for (const synth::introspect::condition& each : found.more) {
                result += (result.empty() ? "" : " / ") + each.text;
            }
            for (const std::string& each : found.remarks) {
                result += " {" + each + "}";
            }
            return result.empty() ? "always" : shortened(result);
        } catch (const synth::introspect::untranslatable& error) {
            return "no: " + std::string{error.what()};
        }
    }

    [[nodiscard]] bool refuses(const std::string& sql) const { return (*this)(sql).starts_with("no: "); }

private:
    // `value<&t::name>` as $name, `each_element<&t::name>` as each(name).
    [[nodiscard]] std::string shortened(std::string text) const {
        const auto replace = [&](const std::string& from, const std::string& to) {
            for (std::size_t at = text.find(from); at != std::string::npos;
                 at = text.find(from, at + to.size())) {
                text.replace(at, from.size(), to);
            }
        };
        replace(std::string(1, synth::introspect::break_mark), " ");
        replace("synth::sql::", "");
        replace("synth::", "");
        for (const synth::introspect::column& each : columns_) {
            replace("value<&t::" + each.name + ">", "$" + each.name);
            replace("each_element<&t::" + each.name + ">", "each(" + each.name + ")");
            replace("lower_of<&t::" + each.name + ">", "lower(" + each.name + ")");
            replace("upper_of<&t::" + each.name + ">", "upper(" + each.name + ")");
        }
        return text;
    }

    std::vector<synth::introspect::column> columns_;
    synth::introspect::condition_row row_;
};

} // namespace introspect_test

#endif
