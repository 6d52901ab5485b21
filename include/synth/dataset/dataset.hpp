// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DATASET_HPP
#define SYNTH_DATASET_DATASET_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/indexed_set.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/reference_fit.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/dataset/row_range.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/random/permutation.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

template<typename Schema, bool Good, typename Indices>
struct tables_of {
    using type = indexed_set<std::index_sequence<>>;
};
template<typename Schema, std::size_t... Tables>
struct tables_of<Schema, true, std::index_sequence<Tables...>> {
    using type = indexed_set<std::index_sequence<Tables...>, table_state<Schema, Tables>...>;
};

} // namespace detail

/// A planned database: every row of every table as a pure function of its number. Nothing is stored but the
/// plan, so any row costs the same and copies are cheap. Throws plan_error where a constraint cannot be met,
/// before any value is made: `dataset<shop> data{seed{42}, count<customer>{1'000}}; order one =
/// data.row<order>(7'123);`
template<typename Schema>
class dataset {
    static constexpr bool good = check_schema<Schema>();
    using table_indices = std::make_index_sequence<Schema::table_count>;

public:
    using schema_type = Schema;

    explicit dataset(const plan_options<Schema>& options = {}) : options_(options), tables_(plan(options)) {
        check_references();
    }

    template<typename... Options>
        requires(sizeof...(Options) > 0 && !(std::is_same_v<Options, plan_options<Schema>> || ...) &&
                 !(std::is_same_v<Options, dataset> || ...))
    explicit dataset(const Options&... options) : dataset(gather(options...)) {}

    [[nodiscard]] const plan_options<Schema>& options() const { return options_; }

    /// The rows of a table: `data.size<order>() == 10'000`.
    template<typename Row>
    [[nodiscard]] std::uint64_t size() const {
        return state<index<Row>>().rows();
    }

    /// One row, at the same cost wherever it lies: `data.row<order>(7'123).total`. The number must be below
    /// the size.
    template<typename Row>
    [[nodiscard]] Row row(std::uint64_t number) const {
        row_frame<Schema, index<Row>> frame;
        return row<index<Row>>(frame, number);
    }

    /// All rows of a table as a random-access range that holds no rows: `for(const order& each :
    /// data.rows<order>())`.
    template<typename Row>
    [[nodiscard]] row_range<dataset, Row> rows() const {
        return {*this, 0, size<Row>()};
    }

    /// Rows [first, first + count) in a vector: a fixture. Without arguments all rows.
    template<typename Row>
    [[nodiscard]] std::vector<Row>
    collect(std::uint64_t first = 0, std::uint64_t count = std::numeric_limits<std::uint64_t>::max()) const {
        const std::uint64_t begin = std::min(first, size<Row>());
        const std::uint64_t end = begin + std::min(count, size<Row>() - begin);
        std::vector<Row> all;
        all.reserve(end - begin);
        row_frame<Schema, index<Row>> frame;
        for (std::uint64_t number = begin; number < end; ++number) {
            all.push_back(row<index<Row>>(frame, number));
        }
        return all;
    }

    /// One cell, without the rest of its row: `data.value<&order::total>(7'123)`.
    template<auto Member>
    [[nodiscard]] auto value(std::uint64_t number) const {
        constexpr std::size_t table = index<row_of_member<Member>>;
        row_frame<Schema, table> frame;
        seek<table>(frame, number);
        return field_value<table, member_index<Member>>(frame);
    }

    /// The row of the parent that a reference of a row leads to, by one of the reference's columns; nothing
    /// where it is NULL: `data.parent<&order::customer_id>(7'123)`.
    template<auto Member>
    [[nodiscard]] std::optional<std::uint64_t> parent(std::uint64_t number) const {
        constexpr std::size_t table = index<row_of_member<Member>>;
        constexpr schema_index reference = detail::derived_of<Schema, table, member_index<Member>>.reference;
        static_assert(
            reference != no_index,
            "synth: parent must name a column of a reference; add synth::references to the description");
        if constexpr (reference == no_index) {
            return std::nullopt;
        } else {
            return absent<reference>(number) ? std::nullopt : std::optional{parent_of<reference>(number)};
        }
    }

    /// The row that has a key, if there is one: `data.row_of<&customer::id>(17)`.
    template<auto Member>
    [[nodiscard]] std::optional<std::uint64_t>
    row_of(const view_of<value_type_of<field_type<row_of_member<Member>, member_index<Member>>>>& key) const {
        constexpr std::size_t table = index<row_of_member<Member>>;
        static_assert(
            detail::derived_of<Schema, table, member_index<Member>>.source == column_source::key,
            "synth: row_of must name a column that alone keeps a key distinct; ask for a key of one column");
        if constexpr (detail::derived_of<Schema, table, member_index<Member>>.source == column_source::key) {
            const auto& column = state<table>().template column<member_index<Member>>();
            const std::optional<std::uint64_t> found = column.generator().row_of(key);
            return found && *found < state<table>().rows() && !column.is_null(*found) ? found : std::nullopt;
        } else {
            return std::nullopt;
        }
    }

    // ---- for sinks: rows by table position, cell by cell ----

    template<std::size_t Table>
    [[nodiscard]] const table_state<Schema, Table>& state() const {
        return get_indexed<Table>(tables_);
    }

    /// Moves a frame to a row; cheap when it is the next one.
    template<std::size_t Table>
    void seek(row_frame<Schema, Table>& frame, std::uint64_t number) const {
        frame.row = number;
        if constexpr (table_state<Schema, Table>::has_owner) {
            state<Table>().seek(frame.owner, number);
        }
        constexpr auto order = order_references<Schema, Table>();
        find_parents<Table>(frame, std::make_index_sequence<order.size()>{});
    }

    /// Whether a column is NULL in the row of a frame.
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] bool is_null(const row_frame<Schema, Table>& frame) const {
        using values = column_values<Schema, Table, Column>;
        constexpr derived_column derived = detail::derived_of<Schema, Table, Column>;
        if constexpr (!nullable<typename values::field>) {
            return false;
        } else if constexpr (derived.source == column_source::reference) {
            return frame.absent[derived.reference - table_state<Schema, Table>::entry.first_reference];
        } else {
            return state<Table>().template column<Column>().is_null(frame.row);
        }
    }

    /// What a generator makes for a column that is not NULL; it may own bytes that its view shows.
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] auto cell(const row_frame<Schema, Table>& frame) const {
        using value = typename column_values<Schema, Table, Column>::value;
        constexpr derived_column derived = detail::derived_of<Schema, Table, Column>;
        if constexpr (derived.source == column_source::reference) {
            constexpr std::size_t parent = detail::reference_at<Schema, derived.reference>.parent;
            return of_type<value>(key_value<parent, derived.parent_column>(
                frame.parents[derived.reference - table_state<Schema, Table>::entry.first_reference]));
        } else if constexpr (derived.source == column_source::ordinal) {
            return static_cast<value>(frame.row - frame.owner.range.first + 1);
        } else {
            return state<Table>().template column<Column>().at(frame.row);
        }
    }

    /// A row of a table by position, through a frame that is kept from row to row.
    template<std::size_t Table>
    [[nodiscard]] auto row(row_frame<Schema, Table>& frame, std::uint64_t number) const {
        using row_type = typename Schema::template row_at<Table>;
        seek<Table>(frame, number);
        row_type result{};
        fill<Table>(frame, result, std::make_index_sequence<field_count<row_type>>{});
        return result;
    }

private:
    template<typename Row>
    static constexpr schema_index index = [] {
        constexpr schema_index found = Schema::template index_or_none<Row>();
        static_assert(found != no_index, "synth: a row must be in the schema; add it to synth::schema<...>");
        return found != no_index ? found : schema_index{0};
    }();

    template<typename... Options>
    static plan_options<Schema> gather(const Options&... options) {
        plan_options<Schema> gathered;
        (gathered.apply(options), ...);
        return gathered;
    }

    using tables = typename detail::tables_of<Schema, good, table_indices>::type;

    static tables plan(const plan_options<Schema>& options) {
        if constexpr (good) {
            return make_indexed_set(table_indices{},
                                    [&]<std::size_t Table>() { return table_state<Schema, Table>{options}; });
        } else {
            return {};
        }
    }

    // Integers may be of another width than their parent's; everything else has its type.
    template<typename Value, typename Produced>
    static auto of_type(Produced&& produced) {
        if constexpr (std::is_integral_v<Value>) {
            return static_cast<Value>(produced);
        } else {
            return std::forward<Produced>(produced);
        }
    }

    template<typename Value, typename Produced>
    static Value owned_value(const Produced& produced) {
        if constexpr (requires { static_cast<view_of<Value>>(produced); }) {
            return from_view<Value>(static_cast<view_of<Value>>(produced));
        } else {
            return static_cast<Value>(produced);
        }
    }

    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] auto field_value(const row_frame<Schema, Table>& frame) const {
        using values = column_values<Schema, Table, Column>;
        using field = typename values::field;
        if (is_null<Table, Column>(frame)) {
            return field{};
        }
        return field{owned_value<typename values::value>(cell<Table, Column>(frame))};
    }

    template<std::size_t Table, typename Row, std::size_t... Columns>
    void fill(const row_frame<Schema, Table>& frame, Row& result, std::index_sequence<Columns...>) const {
        ((field<Columns>(result) = field_value<Table, Columns>(frame)), ...);
    }

    // ---- parents ----

    // A key column of any row, without a frame: the parent's function at that row (contract 2).
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] auto key_value(std::uint64_t number) const {
        using value = typename column_values<Schema, Table, Column>::value;
        constexpr derived_column derived = detail::derived_of<Schema, Table, Column>;
        if constexpr (derived.source == column_source::reference) {
            constexpr std::size_t parent = detail::reference_at<Schema, derived.reference>.parent;
            return of_type<value>(
                key_value<parent, derived.parent_column>(parent_of<derived.reference>(number)));
        } else if constexpr (derived.source == column_source::ordinal) {
            return static_cast<value>(number - state<Table>().owner_of(number).first + 1);
        } else {
            return state<Table>().template column<Column>().at(number);
        }
    }

    // What a single reference may ask for when no frame holds it: worked out again.
    template<std::size_t Table>
    struct unknown {
        const dataset& data;
        std::uint64_t number;

        [[nodiscard]] owned_range owner() const { return data.state<Table>().owner_of(number); }
        template<std::size_t Reference>
        [[nodiscard]] std::uint64_t parent() const {
            return data.parent_of<Reference>(number);
        }
    };

    template<std::size_t Table>
    struct known {
        const row_frame<Schema, Table>& frame;

        [[nodiscard]] const owned_range& owner() const { return frame.owner.range; }
        template<std::size_t Reference>
        [[nodiscard]] std::uint64_t parent() const {
            return frame.parents[Reference - table_state<Schema, Table>::entry.first_reference];
        }
    };

    template<std::size_t Reference>
    [[nodiscard]] std::uint64_t parent_of(std::uint64_t number) const {
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        return find_parent<Reference>(number, unknown<table>{*this, number});
    }

    template<std::size_t Reference>
    [[nodiscard]] bool absent(std::uint64_t number) const {
        constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
        using values = reference_values<Schema, Reference>;
        if constexpr (!values::may_be_absent) {
            return false;
        } else if constexpr (values::mode == reference_mode::forest) { // a root has no parent
            return parent_of<Reference>(number) == number ||
                   state<reference.child>().template reference<Reference>().is_absent(number);
        } else {
            return state<reference.child>().template reference<Reference>().is_absent(number);
        }
    }

    template<std::size_t Table, std::size_t... Positions>
    void find_parents(row_frame<Schema, Table>& frame, std::index_sequence<Positions...>) const {
        constexpr auto order = order_references<Schema, Table>();
        constexpr std::size_t first = table_state<Schema, Table>::entry.first_reference;
        ((frame.parents[order[Positions] - first] =
              find_parent<order[Positions]>(frame.row, known<Table>{frame}),
          frame.absent[order[Positions] - first] = frame_absent<Table, order[Positions]>(frame)),
         ...);
        static_cast<void>(first);
        static_cast<void>(order);
        static_cast<void>(frame);
    }

    template<std::size_t Table, std::size_t Reference>
    [[nodiscard]] bool frame_absent(const row_frame<Schema, Table>& frame) const {
        using values = reference_values<Schema, Reference>;
        if constexpr (!values::may_be_absent) {
            return false;
        } else {
            const bool root = values::mode == reference_mode::forest &&
                              known<Table>{frame}.template parent<Reference>() == frame.row;
            return root || state<Table>().template reference<Reference>().is_absent(frame.row);
        }
    }

    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t find_parent(std::uint64_t number, const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        const auto& values = state<table>().template reference<Reference>();
        if constexpr (derived.mode == reference_mode::drawn) {
            return values.drawn(number);
        } else if constexpr (derived.mode == reference_mode::owned) {
            return row.owner().parent;
        } else if constexpr (derived.mode == reference_mode::injective) {
            return values.injective(number);
        } else if constexpr (derived.mode == reference_mode::partner) {
            return partner<Reference>(row.owner(), number);
        } else if constexpr (derived.mode == reference_mode::implied) {
            return follow<derived.via_path>(row.template parent<derived.via>());
        } else if constexpr (derived.mode == reference_mode::matched) {
            const owned_range choice = children_under<derived.path>(group_of<Reference>(row));
            const std::uint64_t size = std::max<std::uint64_t>(choice.size(), 1);
            if constexpr (derived.distinct) {
                const owned_range owner = row.owner();
                const permutation shuffle{size - 1, state<table>().partner_key(owner.parent)};
                return choice.first + shuffle(number - owner.first);
            } else {
                return choice.first + values.words(number).below(size);
            }
        } else {
            return values.earlier(number, derived.via == no_index ? 0 : row.owner().first);
        }
    }

    // The row of the ancestor that a matched reference has in common with what decides it.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t group_of(const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        if constexpr (derived.via == no_index) {
            return row.owner().parent;
        } else {
            return follow<derived.via_path>(row.template parent<derived.via>());
        }
    }

    template<reference_path Path, std::size_t Step = 0>
    [[nodiscard]] std::uint64_t follow(std::uint64_t number) const {
        if constexpr (Step == Path.size) {
            return number;
        } else {
            return follow<Path, Step + 1>(parent_of<Path.references[Step]>(number));
        }
    }

    // The rows at the start of a path whose way leads to one row at its end: ranges of ranges are ranges.
    template<reference_path Path>
    [[nodiscard]] owned_range children_under(std::uint64_t group) const {
        return descend<Path, Path.size>({group, group, group + 1});
    }

    template<reference_path Path, std::size_t Steps>
    [[nodiscard]] owned_range descend(owned_range range) const {
        if constexpr (Steps == 0) {
            return range;
        } else {
            if (range.size() == 0) {
                return {};
            }
            const auto& owner =
                state<detail::reference_at<Schema, Path.references[Steps - 1]>.child>().owner();
            return descend<Path, Steps - 1>(
                {range.parent, owner.children_of(range.first).first, owner.children_of(range.last - 1).last});
        }
    }

    // The n-th child of an owner has the n-th of a shuffle of all combinations of partners; the shuffle is
    // the owner's.
    template<std::size_t Reference>
    [[nodiscard]] std::uint64_t partner(const owned_range& owner, std::uint64_t number) const {
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        constexpr std::size_t first = table_state<Schema, table>::entry.first_reference;
        constexpr std::size_t references = table_state<Schema, table>::entry.reference_count;
        constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
        std::uint64_t below = 1; // combinations of the partners before this one
        std::uint64_t choices = 1;
        const auto multiply = [&]<std::size_t Other>(std::integral_constant<std::size_t, Other>) {
            if constexpr (detail::mode_of<Schema, Other> == reference_mode::partner) {
                const std::uint64_t parents = state<table>().template reference<Other>().parents();
                if constexpr (derivation_of<Schema>.references[Other].partner <
                              derivation_of<Schema>.references[Reference].partner) {
                    below =
                        static_cast<std::uint64_t>(std::min<uint128>(multiply_wide(below, parents), most));
                }
                choices =
                    static_cast<std::uint64_t>(std::min<uint128>(multiply_wide(choices, parents), most));
            }
        };
        [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
            (multiply(std::integral_constant<std::size_t, first + Positions>{}), ...);
        }(std::make_index_sequence<references>{});
        const std::uint64_t ordinal = number - owner.first;
        // Where every owner has every combination there is nothing to choose, and key order loads fastest.
        const bool complete =
            multiply_wide(choices, state<table>().owner().parents()) == state<table>().rows();
        const std::uint64_t choice =
            complete ? ordinal : permutation{choices - 1, state<table>().partner_key(owner.parent)}(ordinal);
        return choice / below % state<table>().template reference<Reference>().parents();
    }

    // ---- what the plan must allow ----

    void check_references() const {
        if constexpr (good) {
            [&]<std::size_t... References>(std::index_sequence<References...>) {
                (check_fit<References>(), ...);
                (check_group<References>(), ...);
            }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
        }
    }

    // A reference repeats its parent's values, so they must fit its columns.
    template<std::size_t Reference>
    void check_fit() const {
        constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
        if (state<reference.child>().rows() > 0 && state<reference.parent>().rows() > 0) {
            [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
                (check_reference_fit<Schema, Reference, Positions>(
                     state<
                         origin_of<Schema>({reference.parent, reference.parent_columns[Positions]}).table>(),
                     detail::plan_reference<Schema>(options_, Reference).name),
                 ...);
            }(std::make_index_sequence<reference.child_columns.size()>{});
        }
    }

    // A matched reference needs a parent in every group that has rows.
    template<std::size_t Reference>
    void check_group() const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        constexpr std::size_t child = detail::reference_at<Schema, Reference>.child;
        if constexpr (derived.mode == reference_mode::matched) {
            if (state<child>().rows() > 0) {
                check_steps<Reference, 0>();
            }
            if constexpr (derived.distinct) {
                check_distinct<Reference>();
            }
        }
    }

    template<std::size_t Reference, std::size_t Step>
    void check_steps() const {
        constexpr reference_path path = derivation_of<Schema>.references[Reference].path;
        if constexpr (Step < path.size) {
            constexpr catalog_reference step = detail::reference_at<Schema, path.references[Step]>;
            const auto& owner = state<step.child>().owner();
            if (owner.law().least(owner.parents(), owner.children()) == 0) {
                throw plan_error{
                    detail::plan_reference<Schema>(options_, Reference).name + ": every row of " +
                    std::string{catalog_of<Schema>.tables[step.parent].name} + " needs a row of " +
                    std::string{catalog_of<Schema>.tables[step.child].name} + " to choose from, but " +
                    std::to_string(owner.children()) + " rows are planned for " +
                    std::to_string(owner.parents()) + "; plan at least " + std::to_string(owner.parents()) +
                    " rows of " + std::string{catalog_of<Schema>.tables[step.child].name}};
            }
            check_steps<Reference, Step + 1>();
        }
    }

    // How many parents a matched reference can choose from at least.
    template<reference_path Path, std::size_t Step = 0>
    [[nodiscard]] uint128 fewest_choices() const {
        if constexpr (Step == Path.size) {
            return 1;
        } else {
            constexpr std::size_t child = detail::reference_at<Schema, Path.references[Step]>.child;
            const auto& owner = state<child>().owner();
            return std::min<uint128>(fewest_choices<Path, Step + 1>() *
                                         owner.law().least(owner.parents(), owner.children()),
                                     std::numeric_limits<std::uint64_t>::max());
        }
    }

    template<std::size_t Reference>
    void check_distinct() const {
        constexpr std::size_t child = detail::reference_at<Schema, Reference>.child;
        const auto& owner = state<child>().owner();
        const std::uint64_t most = owner.law().most(owner.parents(), owner.children());
        const uint128 choices = fewest_choices<derivation_of<Schema>.references[Reference].path>();
        if (most > choices) {
            throw plan_error{detail::plan_reference<Schema>(options_, Reference).name + ": up to " +
                             std::to_string(most) +
                             " rows of one owner need distinct parents, but some have " +
                             std::to_string(static_cast<std::uint64_t>(choices)) +
                             " to choose from; plan fewer rows, or more of the parent"};
        }
    }

    plan_options<Schema> options_;
    tables tables_;
};

} // namespace synth

#endif
