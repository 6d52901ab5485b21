// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_COLUMN_VALUES_HPP
#define SYNTH_DATASET_COLUMN_VALUES_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/bound_dealt_kinds.hpp>
#include <synth/dataset/bound_kind_key.hpp>
#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/keep_to_checks.hpp>
#include <synth/dataset/key_box.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/planned_column.hpp>
#include <synth/dataset/selected_columns.hpp>
#include <synth/dataset/texts_by_kind.hpp>
#include <synth/generate/by_type.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/key.hpp>
#include <synth/generate/sequence.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The share of NULL in a nullable column or reference that the description does not set.
inline constexpr double default_null_share = 0.1;

namespace detail {

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

// What a key is planned with: checks may ask for a size.
template<typename Row, std::size_t Column, typename Value, bool Sized>
[[nodiscard]] decltype(auto) key_plan(const column_plan& plan) {
    if constexpr (Sized) {
        return plan_of_sized_key<Row, Column, Value>(plan);
    } else {
        return (plan);
    }
}

// The numbered values of a key column under the checks of its own, and those that tie it to others.
template<typename Schema, std::size_t Table, std::size_t Column, typename Value>
[[nodiscard]] allowed_domain<Value> numbered_values(const column_plan& plan) {
    using row_type = typename Schema::template row_at<Table>;
    if constexpr (is_tied_key<Schema, Table, Column>) {
        return own_domain<row_type, Column, Value>(plan, key_box<Schema, Table>{plan}.numbers(Column));
    } else if constexpr (is_formed_key<Schema, Table, Column>) {
        return texts_by_kind<Schema, Table, Column>{plan}.domain();
    } else {
        return own_domain<row_type, Column, Value>(plan);
    }
}

// Binds the generator of a column, or explains why it cannot be its generator.
template<typename Schema, std::size_t Table, std::size_t Column>
auto bind_column(const column_plan& plan) {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    constexpr column_source source = derived_of<Schema, Table, Column>.source;
    if constexpr (source == column_source::ordinal && has_own_checks<row_type, Column>) {
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
            constexpr bool numbered =
                !stated && (has_own_domain<row_type, Column, value> || is_tied_key<Schema, Table, Column> ||
                            is_formed_key<Schema, Table, Column>);
            if constexpr (source == column_source::key && is_selected_by<Schema, Table, Column>) {
                return bound_kind_key<Schema, Table, Column>{plan};
            } else if constexpr (source == column_source::key && numbered) {
                return bound_allowed_key<value>{numbered_values<Schema, Table, Column, value>(plan), plan,
                                                !std::is_same_v<generator, sequence>};
            } else if constexpr (source == column_source::joint && numbered) {
                return bound_joint_column<allowed_domain<value>>{
                    numbered_values<Schema, Table, Column, value>(plan)};
            } else {
                constexpr bool sized = !stated && source != column_source::generated &&
                                       has_own_checks<row_type, Column> && sized_value<value>;
                auto bound = bind_generator<value>(generator_of<Schema, Table, Column>(),
                                                   key_plan<row_type, Column, value, sized>(plan));
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

namespace detail {

// The columns of a reference are NULL together with it.
template<typename Schema, std::size_t Table, std::size_t Column, typename Field, typename Bound>
using planned_column_of = planned_column<Field, Bound, derived_of<Schema, Table, Column>.source,
                                         !std::is_same_v<Bound, not_described> && nullable<Field> &&
                                             !is_referenced<Schema>(Table, Column)>;

// How a column gets its generator. Most columns have values by their type alone, or none of their own, and
// share the function that binds it.
template<typename Value>
typical<Value> bind_by_type(const column_plan& plan) {
    return typical<Value>{plan};
}
inline not_described bind_nothing(const column_plan&) { return {}; }

// The names of the checks by which the values of a column are refused.
template<typename Schema, std::size_t Table, std::size_t Column>
[[nodiscard]] std::string names_of_checks() {
    std::string names;
    for (const check_facts& each : checks_of<typename Schema::template row_at<Table>>.checks) {
        const bool about = each.size > 0 && each.columns.contains(Column) &&
                           (each.columns.size() == 1 || is_formed_key<Schema, Table, Column>);
        if (about && !each.name.empty()) {
            names.append(names.empty() ? "" : ", ").append(each.name);
        }
    }
    return names;
}

// Says which checks they are where a column's values are refused for their sake.
template<typename Schema, std::size_t Table, std::size_t Column>
auto bind_checked_column(const column_plan& plan) {
    try {
        return bind_column<Schema, Table, Column>(plan);
    } catch (const plan_error& refused) {
        constexpr std::string_view prefix = "synth: ";
        const std::string message = refused.what();
        const std::string names = names_of_checks<Schema, Table, Column>();
        if (names.empty() || message.find("checks of the column") == std::string::npos) {
            throw;
        }
        throw plan_error{message.substr(prefix.size()) + " (its checks: " + names + ")"};
    }
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval auto find_binding() {
    using row_type = typename Schema::template row_at<Table>;
    constexpr column_source source = derived_of<Schema, Table, Column>.source;
    constexpr bool checked = has_own_checks<row_type, Column> || has_own_checks<row_type, Column, true>;
    constexpr bool described = option_places<row_type, value_option>[Column] != no_entry;
    if constexpr (source == column_source::reference) {
        return &bind_nothing;
    } else if constexpr (source == column_source::generated && !checked && !described &&
                         !is_selected_by<Schema, Table, Column>) {
        return &bind_by_type<value_type_of<field_type<row_type, Column>>>;
    } else if constexpr (checked || is_formed_key<Schema, Table, Column>) {
        return &bind_checked_column<Schema, Table, Column>;
    } else {
        return &bind_column<Schema, Table, Column>;
    }
}

template<typename Schema, std::size_t Table, std::size_t Column>
using planned_column_at = planned_column_of<
    Schema, Table, Column, field_type<typename Schema::template row_at<Table>, Column>,
    std::remove_cvref_t<decltype(find_binding<Schema, Table, Column>()(std::declval<const column_plan&>()))>>;

} // namespace detail

/// A column of a schema by its position.
template<typename Schema, std::size_t Table, std::size_t Column>
class column_values : public detail::planned_column_at<Schema, Table, Column> {
    using planned = detail::planned_column_at<Schema, Table, Column>;

public:
    using row_type = typename Schema::template row_at<Table>;
    using planned::draws_null;

    explicit column_values(const column_plan& plan)
        : planned(plan, share(plan), detail::find_binding<Schema, Table, Column>()) {}

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
    [[nodiscard]] static double share(const column_plan& plan) {
        if constexpr (draws_null && has_own_checks<row_type, Column>) {
            const allowed_values allowed =
                refused_by_name(plan, [] { return own_checks<row_type, Column>::allowed(); });
            if (!allowed.may_be_null) {
                return 0.0;
            }
            return allowed.may_be_value() ? null_share() : 1.0;
        } else {
            static_cast<void>(plan);
            return null_share();
        }
    }
};

} // namespace synth

#endif
