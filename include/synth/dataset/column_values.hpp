// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_COLUMN_VALUES_HPP
#define SYNTH_DATASET_COLUMN_VALUES_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/bound_dealt_kinds.hpp>
#include <synth/dataset/existing_column.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/keep_to_checks.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/generate/by_type.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/key.hpp>
#include <synth/generate/sequence.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The share of NULL in a nullable column or reference that the description does not set.
inline constexpr double default_null_share = 0.1;

namespace detail {

template<typename Schema, std::size_t Table>
inline constexpr std::size_t first_column = catalog_of<Schema>.tables[Table].first_column;

template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr derived_column derived_of =
    derivation_of<Schema>.columns[first_column<Schema, Table> + Column];

// Whether another table's reference needs the values of a column, itself or through one that the database
// computes from it, which then are never NULL.
template<typename Schema>
constexpr bool is_referenced(std::size_t table, std::size_t column) {
    for (const catalog_reference& reference : catalog_of<Schema>.references) {
        for (const schema_index each : reference.parent_columns) {
            if (reference.parent == table &&
                (each == column ||
                 catalog_of<Schema>.view().columns_of(table)[each].computed_from == column)) {
                return true;
            }
        }
    }
    return false;
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool is_only_primary_key() {
    bool found = false;
    for (const catalog_key& key : catalog_of<Schema>.view().keys_of(Table)) {
        found = found || (key.primary && key.columns.size() == 1 && key.columns[0] == Column);
    }
    return found;
}

// Whether a column alone keeps a key distinct.
template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool is_key_column() {
    if constexpr (catalog_of<Schema>.tables[Table].filled_outside) {
        return existing_list<Schema, Table>::template is_key<Column>();
    } else {
        return derived_of<Schema, Table, Column>.source == column_source::key;
    }
}

} // namespace detail

/// The description of a column's generator: the one that the table states, else one for its key, else one for
/// its type.
template<typename Schema, std::size_t Table, std::size_t Column>
[[nodiscard]] constexpr auto generator_of() {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    constexpr auto stated = find_column_option<row_type, Column, value_option>();
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described>) {
        return stated;
    } else if constexpr (detail::derived_of<Schema, Table, Column>.source == column_source::joint) {
        return joint_column{};
    } else if constexpr (detail::derived_of<Schema, Table, Column>.source != column_source::key) {
        return default_generator{};
    } else if constexpr (std::is_integral_v<value> && !std::is_same_v<value, bool> &&
                         detail::is_only_primary_key<Schema, Table, Column>()) {
        return sequence{};
    } else {
        return permuted_key{};
    }
}

namespace detail {

// What a description says of the making of a column.
template<typename Schema, std::size_t Table, std::size_t Column>
using stated_option = std::remove_cvref_t<
    decltype(find_column_option<typename Schema::template row_at<Table>, Column, value_option>())>;

enum class generator_rule : std::uint8_t { values, key, one };

template<typename Row, std::size_t Column, generator_rule Rule>
consteval void explain_generator_rule() {
    constexpr std::string_view table_name = facts_of<Row>.name;
    constexpr std::string_view column_name = facts_of<Row>.columns[Column].name;
    constexpr fixed_string<table_name.size()> table_text{table_name};
    constexpr fixed_string<column_name.size()> column_text{column_name};
    if constexpr (Rule == generator_rule::values) {
        explain_generator<table_text, column_text>();
    } else if constexpr (Rule == generator_rule::key) {
        explain_key_generator<table_text, column_text>();
    } else {
        explain_option<table_text, column_text>();
    }
}

// Binds the generator of a column, or explains why it cannot be its generator.
template<typename Schema, std::size_t Table, std::size_t Column>
auto bind_column(const column_plan& plan) {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    constexpr column_source source = derived_of<Schema, Table, Column>.source;
    if constexpr (source == column_source::ordinal && own_checks<row_type, Column>::exist) {
        return bound_joint_column<allowed_domain<value>>{own_domain<row_type, Column, value>(plan)};
    } else if constexpr (source == column_source::reference || source == column_source::ordinal) {
        return not_described{};
    } else {
        using generator = std::remove_cvref_t<decltype(generator_of<Schema, Table, Column>())>;
        if constexpr (generator_count<row_type, Column> > 1) {
            explain_generator_rule<row_type, Column, generator_rule::one>();
            return not_described{};
        } else if constexpr (derived_option<generator> && source == column_source::generated) {
            return not_described{}; // made from other columns: derived_cell.hpp
        } else if constexpr (!generator_for<generator, value>) {
            explain_generator_rule<row_type, Column, generator_rule::values>();
            return not_described{};
        } else if constexpr (source == column_source::key &&
                             !key_generator<bound_to<generator, value>, value>) {
            explain_generator_rule<row_type, Column, generator_rule::key>();
            return not_described{};
        } else {
            constexpr bool stated = generator_count<row_type, Column> > 0;
            constexpr bool numbered = !stated && has_own_domain<row_type, Column, value>;
            if constexpr (source == column_source::key && numbered) {
                return bound_allowed_key<value>{own_domain<row_type, Column, value>(plan), plan,
                                                !std::is_same_v<generator, sequence>};
            } else if constexpr (source == column_source::joint && numbered) {
                return bound_joint_column<allowed_domain<value>>{own_domain<row_type, Column, value>(plan)};
            } else {
                auto bound = bind_generator<value>(generator_of<Schema, Table, Column>(), plan);
                if constexpr (source == column_source::key) {
                    require_capacity(plan, bound.last());
                    return bound;
                } else if constexpr (is_selected_by<Schema, Table, Column>) {
                    const auto base = keep_to_own_checks<row_type, Column, value>(bound, plan);
                    return bound_dealt_kinds<Schema, Table, Column, std::remove_const_t<decltype(base)>>{
                        base, plan};
                } else if constexpr (source == column_source::generated) {
                    return keep_to_own_checks<row_type, Column, value>(bound, plan);
                } else {
                    return bound;
                }
            }
        }
    }
}

} // namespace detail

/// What one column needs to make its values: the bound generator, its stream, and how often it is NULL.
/// Columns whose values a reference or an owner decides need no generator.
template<typename Schema, std::size_t Table, std::size_t Column>
class column_values {
public:
    using row_type = typename Schema::template row_at<Table>;
    using field = field_type<row_type, Column>;
    using value = value_type_of<field>;
    using bound_type =
        decltype(detail::bind_column<Schema, Table, Column>(std::declval<const column_plan&>()));
    static constexpr column_source source = detail::derived_of<Schema, Table, Column>.source;
    static constexpr bool has_generator = !std::is_same_v<bound_type, not_described>;
    // The columns of a reference are NULL together with it.
    static constexpr bool draws_null =
        has_generator && nullable<field> && !detail::is_referenced<Schema>(Table, Column);

    explicit column_values(const column_plan& plan)
        : key_(plan.key), null_key_(plan.key.child("null")),
          null_threshold_(refused_by_name(plan, [] { return threshold(); })),
          bound_(refused_by_name(plan, [&] { return detail::bind_column<Schema, Table, Column>(plan); })) {}

    [[nodiscard]] bool is_null(std::uint64_t row) const {
        if constexpr (draws_null) {
            return draw{null_key_, row}.chance(null_threshold_);
        } else {
            return false;
        }
    }

    /// The words of a cell; checks that leave no value ask for others, attempt after attempt.
    [[nodiscard]] draw words(std::uint64_t row, std::uint32_t attempt) const {
        return {attempt == 0 ? key_ : key_.child("attempt").child(std::uint64_t{attempt}), row};
    }
    [[nodiscard]] bool is_null(std::uint64_t row, std::uint32_t attempt) const {
        const stream_key key =
            attempt == 0 ? null_key_ : null_key_.child("attempt").child(std::uint64_t{attempt});
        return draws_null && draw{key, row}.chance(null_threshold_);
    }

    /// The value of a row where it is not NULL; it may own its bytes, so keep it while its view is used.
    [[nodiscard]] auto at(std::uint64_t row) const {
        if constexpr (source == column_source::ordinal) { // the number within the owner, from 0
            if constexpr (has_generator) {
                return bound_.at(row);
            } else {
                return static_cast<value>(row + 1);
            }
        } else if constexpr (!has_generator) {
            return value{}; // explained already
        } else if constexpr (source == column_source::key || source == column_source::joint) {
            return bound_.at(row); // joint: by its digit
        } else {
            draw words{key_, row};
            return bound_(words);
        }
    }

    /// The number within the owner for which a value stands, from 0; none for what no row has.
    [[nodiscard]] std::optional<std::uint64_t> ordinal_of(const view_of<value>& number) const {
        static_assert(source == column_source::ordinal);
        if constexpr (has_generator) {
            return bound_.index_of(number);
        } else {
            return number > 0 ? std::optional{static_cast<std::uint64_t>(number) - 1} : std::nullopt;
        }
    }

    /// The bound generator, for look-ups of keys.
    [[nodiscard]] const auto& generator() const { return bound_; }

    [[nodiscard]] static constexpr double null_share() {
        constexpr auto stated = find_column_option<row_type, Column, null_option>();
        if constexpr (!draws_null) {
            return 0.0;
        } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described>) {
            return default_null_share;
        } else {
            return stated.share;
        }
    }

private:
    // A check may forbid NULL, or everything else.
    [[nodiscard]] static std::uint64_t threshold() {
        if constexpr (draws_null && own_checks<row_type, Column>::exist) {
            const allowed_values allowed = own_checks<row_type, Column>::allowed();
            if (!allowed.may_be_null) {
                return probability(0.0);
            }
            return probability(allowed.may_be_value() ? null_share() : 1.0);
        } else {
            return probability(null_share());
        }
    }

    stream_key key_;
    stream_key null_key_;
    std::uint64_t null_threshold_;
    bound_type bound_;
};

} // namespace synth

#endif
