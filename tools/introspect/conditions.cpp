// SPDX-License-Identifier: BSL-1.0
#include "conditions.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "bits_check.hpp"
#include "documents.hpp"
#include "members.hpp"
#include "null_truth.hpp"
#include "nulls.hpp"
#include "selection.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

condition_row row_of_conditions(const model& all, const row_struct& row, engine from,
                                const std::string& name_space) {
    condition_row about{.from = from, .table = row.source->name.name};
    for (std::size_t at = 0; at < row.members.size(); ++at) {
        const member& each = row.members[at];
        condition_column next{
            .source = each.source, .cpp = pointer_to(name_space, row, at), .left_out = each.left_out};
        const auto found = std::ranges::find(all.enumerations, each.source->type.enumeration,
                                             [](const labelled& one) { return one.source->name; });
        if (each.source->type.of == kind::enumeration && found != all.enumerations.end()) {
            next.enumeration = fmt::format("{}::{}", name_space, found->name);
            next.labels = found->source->labels;
            next.enumerators = found->enumerators;
        }
        about.columns.push_back(std::move(next));
    }
    return about;
}

void add_check(model& all, row_struct& row, row_check wanted, const condition& known,
               const std::string& where, const std::string& text) {
    for (const std::string& each : known.remarks) {
        wanted.remark += (wanted.remark.empty() ? "" : "; ") + each;
        all.warnings.push_back(fmt::format("{}: {}: {}", where, one_line(text), each));
    }
    if (!known.text.empty()) {
        wanted.condition = known.text;
        wanted.columns = known.columns;
        wanted.choices = known.choices;
        wanted.says_text = known.says_text;
        row.checks.push_back(wanted);
        wanted.says_text.reset();
    }
    for (const condition& each : known.more) {
        wanted.condition = each.text;
        wanted.columns = each.columns;
        wanted.choices = each.choices;
        row.checks.push_back(wanted);
    }
}

namespace {

// The columns that a check names; `value` is the one that VALUE is.
std::set<std::size_t> columns_of(const check& one, const table& source, engine from,
                                 const std::optional<std::size_t>& value) {
    std::set<std::size_t> named;
    for (const std::string& each : one.conditions) {
        named.merge(columns_named(each, source, from, value));
    }
    return named;
}

// A check as messages show it.
std::string shown(const check& one) {
    return one.name.empty() || one.partitions ? one.text
                                              : fmt::format("CONSTRAINT {} {}", one.name, one.text);
}

// Whether a check other than this one is false of rows in which some columns are NULL.
bool another_refuses_nulls(const table& source, engine from, const check& of,
                           const std::set<std::size_t>& columns) {
    return std::ranges::any_of(source.checks, [&](const check& other) {
        const std::optional<std::size_t> value = find_column(source, from, other.column);
        if (&other == &of || other.of_elements || (!other.column.empty() && !value)) {
            return false;
        }
        return std::ranges::all_of(other.conditions, [&](const std::string& each) {
            try {
                return refused_by_nulls(each, source, from, other.column.empty() ? std::nullopt : value,
                                        columns);
            } catch (const untranslatable&) {
                return false;
            }
        });
    });
}

// The columns that may be NULL in all rows.
std::set<std::size_t> columns_without_values(const row_struct& row, engine from, const check& of,
                                             const std::set<std::size_t>& named) {
    const table& source = *row.source;
    std::set<std::size_t> result;
    for (const std::size_t at : named) {
        const auto holds = [&](const auto& one) { return contains(one.columns, at); };
        const member& one = row.members[at];
        const bool key = holds(source.primary_key) || std::ranges::any_of(source.unique, holds) ||
                         std::ranges::any_of(source.references, holds);
        const column& each = source.columns[at];
        const bool computed = !each.generated_expression.empty();
        const bool defaulted = one.left_out && !each.default_expression.empty();
        if (each.nullable && !one.never_null && !key && !computed && !defaulted &&
            !another_refuses_nulls(source, from, of, {at})) {
            result.insert(at);
        }
    }
    return result;
}

// As few of some columns as meet a check by being NULL.
std::set<std::size_t> fewest_nulls(std::set<std::size_t> nulls, const check& of, const table& source,
                                   engine from, const std::optional<std::size_t>& value) {
    const auto met = [&](const std::set<std::size_t>& columns) {
        return std::ranges::all_of(of.conditions, [&](const std::string& each) {
            return met_by_nulls(each, source, from, value, columns);
        });
    };
    if (!met(nulls)) {
        return {};
    }
    for (const std::size_t column : std::set<std::size_t>{nulls}) {
        std::set<std::size_t> fewer = nulls;
        fewer.erase(column);
        if (met(fewer)) {
            nulls = std::move(fewer);
        }
    }
    return nulls;
}

// Whether a column is named by another check over several.
bool is_in_another_check(const table& source, engine from, const check& of, std::size_t column) {
    return std::ranges::any_of(source.checks, [&](const check& each) {
        if (&each == &of || !each.column.empty() || each.partitions) {
            return false;
        }
        const std::set<std::size_t> named = columns_of(each, source, from, std::nullopt);
        return named.size() > 1 && named.contains(column);
    });
}

// A check that cannot be said is met by columns that stay NULL, where that is enough.
bool keep_null(model& all, row_struct& row, engine from, const check& of,
               const std::optional<std::size_t>& value, const std::string& text, const std::string& why,
               const std::string& name_space) {
    const table& source = *row.source;
    if (of.partitions) {
        return false;
    }
    std::set<std::size_t> nulls;
    try {
        const std::set<std::size_t> named = columns_of(of, source, from, value);
        nulls = fewest_nulls(columns_without_values(row, from, of, named), of, source, from, value);
        std::set<std::size_t> together = nulls;
        for (std::size_t at = 0; at < row.members.size(); ++at) {
            if (std::ranges::find(row.members[at].options, always_null) != row.members[at].options.end()) {
                together.insert(at);
            }
        }
        if (another_refuses_nulls(source, from, of, together)) {
            return false;
        }
    } catch (const untranslatable&) {
        return false;
    }
    std::string names;
    for (const std::size_t column : nulls) {
        member& one = row.members[column];
        names += (names.empty() ? "" : " and ") + one_line(source.columns[column].name);
        if (!one.left_out && std::ranges::find(one.options, always_null) == one.options.end()) {
            one.options.emplace_back(always_null);
            if (is_in_another_check(source, from, of, column)) { // which may ask for a value otherwise
                row.checks.push_back({.condition = fmt::format("synth::sql::is_null(synth::value<{}>)",
                                                               pointer_to(name_space, row, column)),
                                      .columns = {column},
                                      .remark = fmt::format("for {}, which cannot be said", text)});
            }
        }
    }
    if (!nulls.empty()) {
        not_represented(
            all, row.members[*nulls.begin()].notes, fmt::format("{}.{}", display(source.name), names), text,
            fmt::format("{}; {} null, which meets it", why, nulls.size() == 1 ? "stays" : "stay"));
    }
    return !nulls.empty();
}

// What a check is about, for a translation.
void aim(condition_row& about, const table& source, const check& each) {
    const auto of = std::ranges::find(source.columns, each.column, &column::name);
    about.partitioned = each.partitions;
    about.value = !each.column.empty() && of != source.columns.end()
                      ? std::optional{static_cast<std::size_t>(of - source.columns.begin())}
                      : std::nullopt;
    about.of_elements = each.of_elements;
}

bool can_be_said(condition_row& about, const table& source, const check& each) {
    try {
        aim(about, source, each);
        static_cast<void>(translate(each.conditions, about));
        return true;
    } catch (const untranslatable&) {
        return false;
    }
}

// Of a check of alternatives some of which cannot be said the others.
bool keep_alternatives(model& all, row_struct& row, condition_row about, const check& of,
                       const std::string& where, const std::string& text) {
    if (can_be_said(about, *row.source, of)) {
        return false; // refused for another reason
    }
    about.alternatives = true;
    try {
        add_check(all, row, {.name = of.name, .remark = of.remark}, translate(of.conditions, about), where,
                  text);
        return true;
    } catch (const untranslatable&) {
        return false;
    }
}

// Of a check that cannot be said whole the conditions that can.
bool keep_in_part(model& all, row_struct& row, condition_row about, const check& of, const std::string& where,
                  const std::string& text) {
    about.in_part = about.alternatives = true;
    try {
        const condition known = translate(of.conditions, about);
        if (!known.unsaid.empty()) {
            add_check(all, row, {.name = of.name, .remark = "in part"}, known, where, text);
        }
        return !known.unsaid.empty();
    } catch (const untranslatable&) {
        return false;
    }
}

// The checks that name a column, as far as these can be read.
std::vector<const check*> checks_naming(condition_row& about, const table& source, std::size_t index) {
    std::vector<const check*> result;
    for (const check& each : source.checks) {
        aim(about, source, each);
        try {
            if (!each.of_elements && std::ranges::any_of(each.conditions, [&](const std::string& one) {
                    return columns_named(one, source, about.from, about.value).contains(index);
                })) {
                result.push_back(&each);
            }
        } catch (const untranslatable&) { // said where the check is translated
        }
    }
    return result;
}

// The first of the documents that meet the most checks, where these are more than typical ones meet.
template<typename Met>
void choose_one_document(row_struct& row, condition_row& about, std::size_t at,
                         const std::vector<std::string>& conditions, std::ptrdiff_t all, const Met& met) {
    std::ptrdiff_t best = met();
    if (best == all) {
        return;
    }
    std::vector<document_value>& documents = about.columns[at].documents;
    std::vector<document_value> chosen = documents;
    std::string spelled;
    for (const std::string& each : candidate_documents(row.source->columns[at], conditions)) {
        documents = {{document_value::sort::document, nlohmann::json::parse(each)}};
        if (const std::ptrdiff_t count = met(); count > best) {
            best = count;
            chosen = documents;
            spelled = each;
        }
        if (best == all) {
            break;
        }
    }
    documents = std::move(chosen);
    if (!spelled.empty()) {
        row.members[at].options.push_back(fmt::format("synth::constant({})", literal(spelled)));
        row.members[at].notes.emplace_back("one document in all rows, which its checks allow");
    }
}

// Whether a column may be part of a key, or repeats one.
bool is_key_or_reference(const table& source, engine from, std::size_t at) {
    const auto holds = [&](const auto& one) { return contains(one.columns, at); };
    const auto names = [&](const std::string& part) {
        try {
            return columns_named(part, source, from, {}).contains(at);
        } catch (const untranslatable&) {
            return true;
        }
    };
    return holds(source.primary_key) || std::ranges::any_of(source.unique, holds) ||
           std::ranges::any_of(source.references, holds) ||
           std::ranges::any_of(source.indexes,
                               [&](const unique_index& each) {
                                   return std::ranges::any_of(each.parts, names) ||
                                          (!each.predicate.empty() && names(each.predicate));
                               }) ||
           std::ranges::any_of(source.exclusions, [&](const exclusion& each) {
               return std::ranges::any_of(each.parts, names, &exclusion::part::expression);
           });
}

// Checks over JSON are calculated for the documents that synth makes; where these break one, every row gets
// the first document that does not.
void choose_documents(row_struct& row, condition_row& about) {
    const table& source = *row.source;
    for (std::size_t at = 0; at < row.members.size(); ++at) {
        const value_type& type = source.columns[at].type;
        const std::vector<const check*> checks = is_json(type) && !row.members[at].left_out
                                                     ? checks_naming(about, source, at)
                                                     : std::vector<const check*>{};
        const auto met = [&] {
            return std::ranges::count_if(
                checks, [&](const check* each) { return can_be_said(about, source, *each); });
        };
        const auto all = static_cast<std::ptrdiff_t>(checks.size());
        if (met() == all) {
            continue;
        }
        std::vector<std::string> conditions;
        for (const check* each : checks) {
            conditions.insert(conditions.end(), each->conditions.begin(), each->conditions.end());
        }
        const bool key = is_key_or_reference(source, about.from, at);
        about.columns[at].documents = typical_documents(conditions);
        if (key) { // documents of one number, {"id": 17}
            for (const std::int64_t number : {1, 2, 1'000'000'000}) {
                about.columns[at].documents.push_back({document_value::sort::document, {{"id", number}}});
            }
        }
        if (!key) {
            choose_one_document(row, about, at, conditions, all, met);
        }
    }
}

// Whether a check is kept in some way, so that the values of its columns can be chosen.
bool can_be_kept(condition_row about, const row_struct& row, const check& each,
                 const std::string& name_space) {
    if (can_be_said(about, *row.source, each) || bits_check(row, each, about.from, name_space)) {
        return true;
    }
    about.alternatives = true;
    return can_be_said(about, *row.source, each);
}

// Whether a column may be left to its default: it has one, and nothing else decides it.
bool may_take_default(const row_struct& row, const condition_row& about, std::size_t at) {
    const column& one = row.source->columns[at];
    return !row.members[at].left_out && !one.nullable && !one.identity &&
           is_constant(one.default_expression) && !is_key_or_reference(*row.source, about.from, at);
}

// Columns under a check that cannot be said are left to their defaults, which meet their checks as a rule:
// only where none of them may be NULL instead, and no check ties them to a column that has none.
void leave_to_defaults(model& all, row_struct& row, condition_row& about, std::size_t at,
                       const std::string& name_space) {
    const table& source = *row.source;
    std::set<std::size_t> left{at};
    const check* unsaid = nullptr;
    for (std::size_t known = 0; known < left.size();) {
        known = left.size();
        for (const check& each : source.checks) {
            aim(about, source, each);
            std::set<std::size_t> named;
            try {
                named = columns_of(each, source, about.from, about.value);
            } catch (const untranslatable&) {
                return;
            }
            if (std::ranges::none_of(named, [&](std::size_t one) { return left.contains(one); })) {
                continue;
            }
            if (each.of_elements || each.partitions) {
                return;
            }
            left.insert(named.begin(), named.end());
            if (unsaid == nullptr && !can_be_kept(about, row, each, name_space)) {
                unsaid = &each;
            }
        }
    }
    const auto shown_columns = std::ranges::count(row.members, false, &member::left_out);
    if (unsaid == nullptr || std::cmp_less_equal(shown_columns, left.size()) ||
        !std::ranges::all_of(left, [&](std::size_t one) { return may_take_default(row, about, one); })) {
        return;
    }
    for (const std::size_t one : left) {
        const column& of = source.columns[one];
        row.members[one].left_out = about.columns[one].left_out = true;
        row.members[one].options.clear();
        not_represented(all, row.members[one].notes,
                        fmt::format("{}.{}", display(source.name), one_line(of.name)), shown(*unsaid),
                        fmt::format("left out and takes its default, {}", one_line(of.default_expression)));
    }
}

// Whether a check is about nothing but columns that take their default.
bool is_of_defaults(const condition_row& about, const row_struct& row, const check& of) {
    const table& source = *row.source;
    try {
        const std::set<std::size_t> named = columns_of(of, source, about.from, about.value);
        return !named.empty() && std::ranges::all_of(named, [&](std::size_t at) {
            return row.members[at].left_out && generation_of(source.columns[at]).empty() &&
                   !source.columns[at].default_expression.empty();
        });
    } catch (const untranslatable&) {
        return false;
    }
}

} // namespace

void add_checks(model& all, row_struct& row, engine from, const std::string& name_space) {
    const table& source = *row.source;
    condition_row about = row_of_conditions(all, row, from, name_space);
    choose_documents(row, about);
    for (std::size_t at = 0; at < row.members.size(); ++at) {
        if (may_take_default(row, about, at)) {
            leave_to_defaults(all, row, about, at, name_space);
        }
        if (is_key_or_reference(source, from, at)) {
            about.keys.insert(at);
        }
    }
    std::size_t nodes = 0;
    std::set<std::size_t> asked;
    for (const check& each : source.checks) {
        const std::string text = shown(each);
        aim(about, source, each);
        member* const one_column = about.value ? &row.members[*about.value] : nullptr;
        const std::string where = one_column != nullptr
                                      ? fmt::format("{}.{}", display(source.name), one_line(each.column))
                                      : display(source.name);
        if (one_column != nullptr && one_column->left_out && generation_of(*one_column->source).empty()) {
            continue; // its type or its default is a matter of the database
        }
        if (is_of_defaults(about, row, each)) {
            continue;
        }
        if (auto of_bits = bits_check(row, each, from, name_space)) {
            row.checks.push_back(*std::move(of_bits));
            row.kept_checks.insert(static_cast<std::size_t>(&each - source.checks.data()));
            continue;
        }
        std::string consequence = each.consequence;
        try {
            const condition known = translate(each.conditions, about);
            nodes += known.nodes;
            for (const condition& more : known.more) {
                nodes += more.nodes;
            }
            if (nodes > most_nodes) {
                throw untranslatable("the checks of the table are too large together");
            }
            if (std::ranges::any_of(known.asked, [&](std::size_t array) { return asked.contains(array); })) {
                throw untranslatable("another check asks for an element of the array");
            }
            asked.insert(known.asked.begin(), known.asked.end());
            add_check(all, row, {.name = each.name, .remark = each.remark}, known, where, text);
            row.kept_checks.insert(static_cast<std::size_t>(&each - source.checks.data()));
        } catch (const untranslatable& error) {
            const bool computed = each.of_elements && one_column->left_out;
            if (each.of_elements && !computed) {
                keep_empty(*one_column);
            } else if (computed) {
                consequence = "rows may break it; give its columns generators that keep it";
            } else if (keep_null(all, row, from, each, about.value, text, one_line(error.what()),
                                 name_space)) {
                continue;
            } else if (keep_alternatives(all, row, about, each, where, text)) {
                row.kept_checks.insert(static_cast<std::size_t>(&each - source.checks.data()));
                continue;
            }
            const bool in_part = !each.of_elements && keep_in_part(all, row, about, each, where, text);
            not_represented(all, one_column != nullptr ? one_column->notes : row.notes, where, text,
                            fmt::format("{}; {}{}", one_line(error.what()),
                                        in_part ? "the rest of it is kept; " : "", consequence));
        }
    }
}

} // namespace synth::introspect
