// SPDX-License-Identifier: BSL-1.0
#include "unique_indexes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <synth/schema/key_capacity.hpp>

#include "check_text.hpp"
#include "conditions.hpp"
#include "cpp_type.hpp"
#include "derivable.hpp"
#include "documents.hpp"
#include "key_carrier.hpp"
#include "letter_case.hpp"
#include "nulls.hpp"
#include "relations.hpp"
#include "selection.hpp"
#include "sql_tree.hpp"
#include "text.hpp"
#include "unordered_pair.hpp"

namespace synth::introspect {

namespace {

class keeper {
public:
    keeper(model& all, std::size_t table, engine from, const std::string& name_space)
        : all_(all), row_(all.rows[table]), from_(from), name_space_(name_space) {}

    void keep(const unique_index& index) {
        const auto pair = pair_of_index(index, *row_.source, from_);
        if (pair && keep_pair(index, *pair)) {
            return;
        }
        const parts known = parts_of(index);
        const bool counts_nulls = index.nulls_equal || known.counts_nulls;
        if (is_kept(known.carriers, counts_nulls)) {
            keep_to_case(index, known);
            return;
        }
        const bool partial = !index.predicate.empty();
        if (partial && !counts_nulls && !known.weaker && !known.columns_left && is_forced(index.predicate) &&
            add(known.carriers, fmt::format("for {}, whose condition every row meets", called(index)))) {
            keep_to_case(index, known);
            return;
        }
        const std::string remark = remark_of(index, known);
        const std::string without_nulls = fmt::format("as {}, which leaves out nulls", called(index));
        const std::string why = called(index);
        // Over every row it would be no stronger: rows with a null are in no key.
        const bool same_rows = partial && only_asks_for(known.carriers, index.predicate);
        if (const std::optional<std::size_t> strong = strong_column(known.carriers)) {
            const bool alone = counts_nulls && known.carriers.size() > 1;
            const bool added =
                alone ? add({*strong},
                            fmt::format("stronger than {}, which takes nulls for equal", called(index)))
                      : add(known.carriers, same_rows ? without_nulls : remark);
            if (added && (!counts_nulls || forbid_nulls(row_, *strong, why))) {
                keep_to_case(index, known);
                return;
            }
        }
        if (same_rows && !counts_nulls && add(known.carriers, without_nulls)) {
            return;
        }
        if (partial && (keep_one_root(index) || leave_out_rows(index))) {
            return;
        }
        if (!known.carriers.empty() && !(known.weaker && has_few_values(known.carriers)) &&
            add(known.carriers, remark)) {
            bool all = true;
            for (const std::size_t each : known.carriers) {
                all = all && (!counts_nulls || forbid_nulls(row_, each, why));
            }
            keep_to_case(index, known);
            if (all) {
                return;
            }
        }
        if (is_without_members(index)) {
            return;
        }
        not_represented(all_, row_.notes, display(row_.source->name), index.text,
                        "rows may break it; give its columns generators that keep it");
    }

    // A key of citext is one below lower() all the same.
    void look_at_keys() {
        const auto folds = [&](std::size_t each) {
            return row_.source->columns[each].type.other_name == "citext";
        };
        for (const row_key& each : row_.unique) {
            if (std::ranges::any_of(each.members, folds)) {
                const std::string key = fmt::format("unique ({})", column_list(*row_.source, each.members));
                keep_to_case(key, key, each.members);
            }
        }
        if (std::ranges::any_of(row_.primary_key.members, folds)) {
            keep_to_case("the primary key", "primary key", row_.primary_key.members);
        }
    }

private:
    struct parts {
        member_list carriers{};
        bool plain = true;         // each part is a column
        bool weaker = false;       // a part is left out
        bool columns_left = false; // a part says more than its column
        bool folds_case = false;
        bool counts_nulls = false;
    };

    static std::string called(const unique_index& index) {
        return fmt::format("{} {}", index.exclusion ? "exclusion constraint" : "unique index", index.name);
    }

    static std::string remark_of(const unique_index& index, const parts& known) {
        if (!index.predicate.empty()) {
            return fmt::format("stronger than {}, which is partial", called(index));
        }
        if (index.weaker) {
            return fmt::format("stronger than {}: no two rows have the same in what must be equal",
                               called(index));
        }
        if (known.weaker || known.columns_left) {
            return fmt::format("stronger than {}, which has expressions", called(index));
        }
        return known.plain ? fmt::format("{} takes nulls for equal", called(index))
                           : fmt::format("for {}, which has expressions", called(index));
    }

    [[nodiscard]] parts parts_of(const unique_index& index) const {
        parts result;
        for (const std::string& each : index.parts) {
            const auto found = carrier_of(each, *row_.source, from_);
            const bool usable = found && !row_.members[found->column].left_out &&
                                may_be_key(row_.source->columns[found->column].type) &&
                                (!found->needs_letters ||
                                 leaves_letters(checks_of(found->column), subject_of(found->column)));
            result.plain = result.plain && found && found->plain;
            result.weaker = result.weaker || !usable;
            if (usable) {
                result.columns_left = result.columns_left || found->needs_letters;
                result.folds_case = result.folds_case || found->folds_case;
                result.counts_nulls = result.counts_nulls || found->counts_nulls;
                if (!contains(result.carriers, found->column)) {
                    result.carriers.push_back(found->column);
                }
            }
        }
        return result;
    }

    // Whether a part asks for members that no document has: it is NULL in all rows then.
    [[nodiscard]] bool is_without_members(const unique_index& index) const {
        const std::vector<document_value> documents = typical_documents();
        const auto missing = [&](const std::string& part_of_index) {
            try {
                const sql_tree tree{part_of_index};
                return std::ranges::all_of(documents, [&](const document_value& document) {
                    const auto value =
                        calculate_document(tree, tree.root(), [&](const sql_tree::node& named) {
                            return document_of(named, document);
                        });
                    return value && value->of == document_value::sort::null;
                });
            } catch (const untranslatable&) {
                return false;
            }
        };
        return !index.nulls_equal && std::ranges::any_of(index.parts, missing);
    }

    // A document for a column of documents that nothing else decides.
    [[nodiscard]] std::optional<document_value> document_of(const sql_tree::node& named,
                                                            const document_value& document) const {
        const auto at = column_named(named, *row_.source, from_);
        const auto keyed = [&](const row_key& each) { return at && contains(each.members, *at); };
        if (from_ != engine::postgresql || !at || row_.members[*at].left_out ||
            !row_.members[*at].options.empty() || !is_json(row_.source->columns[*at].type) ||
            keyed(row_.primary_key) || std::ranges::any_of(row_.unique, keyed)) {
            return std::nullopt;
        }
        return document;
    }

    [[nodiscard]] std::vector<std::string_view> checks_of(std::size_t column) const {
        std::vector<std::string_view> result;
        for (const row_check& each : row_.checks) {
            if (each.columns.contains(column)) {
                result.emplace_back(each.condition);
            }
        }
        return result;
    }

    // How checks write a column.
    [[nodiscard]] std::string subject_of(std::size_t column) const {
        return fmt::format("synth::value<{}>", pointer_to(name_space_, row_, column));
    }

    // Whether a key is within these columns already, and nulls are no matter.
    [[nodiscard]] bool is_kept(const member_list& carriers, bool counts_nulls) const {
        const auto tells_nulls_apart = [&](std::size_t each) { return may_be_null(row_, each); };
        const auto keeps = [&](const row_key& key) {
            return !key.members.empty() && within(key.members, carriers) &&
                   (!counts_nulls || std::ranges::none_of(key.members, tells_nulls_apart));
        };
        return keeps(row_.primary_key) || std::ranges::any_of(row_.unique, keeps);
    }

    // Of each two values the lesser comes first, so a key of both is enough.
    bool keep_pair(const unique_index& index, const unordered_pair& pair) {
        const std::string why = fmt::format("unique index {}", index.name);
        const bool usable =
            may_be_ordered(row_, pair) && std::ranges::all_of(pair.key, [&](std::size_t each) {
                return !row_.members[each].left_out && may_be_key(row_.source->columns[each].type);
            });
        if (!usable || !(is_kept(pair.key, false) || add(pair.key, "for " + why)) ||
            !forbid_nulls(row_, pair.left, why) || !forbid_nulls(row_, pair.right, why)) {
            return false;
        }
        order_pair(row_, pair, index.name, name_space_);
        return true;
    }

    // A column in no reference that can carry as many keys as a table has rows; those without nulls first.
    [[nodiscard]] std::optional<std::size_t> strong_column(const member_list& carriers) const {
        constexpr std::uint64_t enough = 2'147'483'647;
        std::optional<std::size_t> best;
        for (const std::size_t each : carriers) {
            if (!is_in_reference(row_, each) && key_capacity_of_member(all_, row_.members[each]) >= enough &&
                !leaves_few_values(checks_of(each), subject_of(each)) &&
                (!best || (row_.source->columns[*best].nullable && !row_.source->columns[each].nullable))) {
                best = each;
            }
        }
        return best;
    }

    // Whether columns have too few values to be a key of a table of the usual size; references count as many.
    [[nodiscard]] bool has_few_values(const member_list& carriers) const {
        constexpr std::uint64_t enough = 1'000'000;
        std::uint64_t all = 1;
        for (const std::size_t each : carriers) {
            all = synth::multiply_capacity(
                all, is_in_reference(row_, each) ? enough : key_capacity_of_member(all_, row_.members[each]));
        }
        return all < enough;
    }

    // Whether the checks of the table make a condition true: each of its parts is one of theirs.
    [[nodiscard]] bool is_forced(const std::string& predicate) const {
        try {
            const std::vector<std::string> asked =
                conjuncts(translate({predicate}, row_of_conditions(all_, row_, from_, name_space_)).text);
            std::vector<std::string> kept;
            for (const row_check& each : row_.checks) {
                const std::vector<std::string> parts_of_check = conjuncts(each.condition);
                kept.insert(kept.end(), parts_of_check.begin(), parts_of_check.end());
            }
            return std::ranges::all_of(
                asked, [&](const std::string& each) { return std::ranges::find(kept, each) != kept.end(); });
        } catch (const untranslatable&) {
            return false;
        }
    }

    // "b IS NOT NULL AND a IS NOT NULL", of columns of the key.
    [[nodiscard]] bool only_asks_for(const member_list& carriers, const std::string& predicate) const {
        try {
            const sql_tree tree{predicate};
            return asks_for(carriers, tree.root());
        } catch (const untranslatable&) {
            return false;
        }
    }

    [[nodiscard]] bool asks_for(const member_list& carriers, const sql_tree::node& one) const {
        const sql_tree::node& content = inside(one);
        if (kind_of(one) == "BoolExpr" && text_of(content, "boolop") == "AND_EXPR") {
            return std::ranges::all_of(part(content, "args"),
                                       [&](const sql_tree::node& each) { return asks_for(carriers, each); });
        }
        const sql_tree::node& arg = part(content, "arg");
        if (kind_of(one) != "NullTest" || text_of(content, "nulltesttype") != "IS_NOT_NULL" ||
            kind_of(arg) != "ColumnRef") {
            return false;
        }
        const auto column = column_named(inside(arg), *row_.source, from_);
        return column && contains(carriers, *column);
    }

    // Adds a key where the library can derive it beside the others, before them or behind them.
    bool add(const member_list& members, const std::string& remark) {
        const auto same = std::ranges::find(row_.unique, members, &row_key::members);
        if (same != row_.unique.end()) {
            same->remark = same->remark.empty() ? remark : same->remark;
            return true;
        }
        for (const bool first : {false, true}) {
            const auto at = row_.unique.insert(first ? row_.unique.begin() : row_.unique.end(),
                                               row_key{.members = members, .remark = remark});
            const std::ptrdiff_t place = at - row_.unique.begin();
            if (!find_fault(all_)) {
                return true;
            }
            row_.unique.erase(row_.unique.begin() + place);
        }
        return false;
    }

    // UNIQUE (tree) WHERE above IS NULL, of a self-reference (tree, above): only the first row of each tree
    // is without one.
    bool keep_one_root(const unique_index& index) {
        for (const row_reference& each : row_.references) {
            const bool to_self = &all_.rows[each.parent] == &row_;
            std::optional<std::size_t> above;
            member_list shared;
            for (std::size_t at = 0; to_self && at < each.members.size(); ++at) {
                if (each.members[at] == each.parent_members[at]) {
                    shared.push_back(each.members[at]);
                } else {
                    above = above ? std::nullopt : std::optional{each.members[at]};
                }
            }
            if (!above || !asks_for_null(*above, index.predicate) ||
                !same_members(columns_beside(index, *above), shared) ||
                !(shared.empty() || has_owner(shared))) {
                continue;
            }
            member& one = row_.members[*above];
            if (one.options.empty()) {
                one.options.emplace_back("synth::nulls(0.0)");
                one.notes.push_back(fmt::format("only the first is without: {}", called(index)));
                return true;
            }
        }
        return false;
    }

    // The columns of an index of columns and constants, as that one is NULL; all where there is another part.
    [[nodiscard]] member_list columns_beside(const unique_index& index, std::size_t null) const {
        member_list result;
        for (const std::string& each : index.parts) {
            const auto found = carrier_of(each, *row_.source, from_);
            if (found && found->plain && !found->folds_case) {
                result.push_back(found->column);
            } else if (!is_constant(each) && !asks_for_null(null, each)) {
                result.resize(row_.members.size());
                return result;
            }
        }
        return result;
    }

    [[nodiscard]] static bool is_constant(const std::string& expression) {
        try {
            const sql_tree tree{expression};
            return kind_of(without_casts(tree.root())) == "A_Const";
        } catch (const untranslatable&) {
            return false;
        }
    }

    [[nodiscard]] bool asks_for_null(std::size_t column, const std::string& predicate) const {
        try {
            const sql_tree tree{predicate};
            const sql_tree::node& arg = part(inside(tree.root()), "arg");
            return kind_of(tree.root()) == "NullTest" &&
                   text_of(inside(tree.root()), "nulltesttype") == "IS_NULL" && kind_of(arg) == "ColumnRef" &&
                   column_named(inside(arg), *row_.source, from_) == column;
        } catch (const untranslatable&) {
            return false;
        }
    }

    // Whether a reference to another table decides columns, so that rows that agree in them lie together.
    [[nodiscard]] bool has_owner(const member_list& columns) const {
        return std::ranges::any_of(row_.references, [&](const row_reference& each) {
            return &all_.rows[each.parent] != &row_ && within(columns, each.members);
        });
    }

    // A check by which the predicate is true of no row.
    bool leave_out_rows(const unique_index& index) {
        try {
            const condition known = translate({fmt::format("({}) IS NOT TRUE", index.predicate)},
                                              row_of_conditions(all_, row_, from_, name_space_));
            add_check(
                all_, row_,
                {.name = index.name,
                 .remark = fmt::format("stronger than {}, which is partial: no row is in it", called(index))},
                known, display(row_.source->name), index.text);
            return true;
        } catch (const untranslatable&) {
            return false;
        }
    }

    // Keys are made to differ in more than their case, unless a check allows letters of both.
    void keep_to_case(const unique_index& index, const parts& known) {
        if (known.folds_case) {
            keep_to_case(called(index), index.text, known.carriers);
        }
    }

    void keep_to_case(const std::string& key, const std::string& text, const member_list& members) {
        for (const std::size_t each : members) {
            const std::string subject = fmt::format("synth::value<{}>", pointer_to(name_space_, row_, each));
            const letter_case found = case_of_checks(checks_of(each), subject);
            if (!found.condition.empty()) {
                row_.checks.push_back(
                    {.condition = found.condition,
                     .columns = {each},
                     .remark = fmt::format("for {}, so that values differ in more than their case", key)});
            } else if (found.both) {
                all_.warnings.push_back(fmt::format(
                    "{}: {}; its checks allow letters of both cases, and values may differ in "
                    "these only; give {} a generator that keeps to one",
                    display(row_.source->name), one_line(text), one_line(row_.source->columns[each].name)));
            }
        }
    }

    model& all_;
    row_struct& row_;
    engine from_;
    const std::string& name_space_;
};

} // namespace

void keep_unique_index(model& all, std::size_t table, engine from, const std::string& name_space,
                       const unique_index& index) {
    keeper{all, table, from, name_space}.keep(index);
}

void add_unique_indexes(model& all, engine from, const std::string& name_space) {
    for (std::size_t table = 0; table < all.rows.size(); ++table) {
        keeper of_table{all, table, from, name_space};
        of_table.look_at_keys();
        for (const unique_index& each : all.rows[table].source->indexes) {
            of_table.keep(each);
        }
    }
}

} // namespace synth::introspect
