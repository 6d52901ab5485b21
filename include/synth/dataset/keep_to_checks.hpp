// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KEEP_TO_CHECKS_HPP
#define SYNTH_DATASET_KEEP_TO_CHECKS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/generate/allowed_key.hpp>
#include <synth/generate/allowed_ranges.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/by_type.hpp>
#include <synth/generate/domain_text.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/typical_array.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within.hpp>
#include <synth/generate/within_array.hpp>
#include <synth/generate/within_constants.hpp>
#include <synth/generate/within_range.hpp>
#include <synth/generate/within_sizes.hpp>
#include <synth/reflect/fields.hpp>
#include <synth/schema/uuid.hpp>

namespace synth {

namespace detail {

// A generator of numbers or texts, kept to checks over nothing else.
template<typename Checks, typename Test, typename Value, typename Bound>
[[nodiscard]] auto keep_value(const Bound& bound, const column_plan& plan, bool may_be_null) {
    allowed_values allowed = Checks::allowed();
    const bool only_null = may_be_null && allowed.may_be_null && !allowed.may_be_value();
    if (only_null) {
        allowed = allowed_values::everything(); // no row has a value to keep to it
    }
    std::optional<Test> test;
    if (!allowed.complete || !allowed.values.exact()) {
        test.emplace();
    }
    if constexpr (whole_numbered<Value>) {
        return bound_within<Value, Bound, Test>{bound, allowed.values, test, plan};
    } else {
        using texts = allowed_texts<>;
        using within = bound_within_texts<Bound, texts, Test>;
        constexpr std::uint64_t plausible = 16; // letters beyond the pleasant ones only for want of texts
        if (const auto language = Checks::language(); language && !only_null) {
            return within{bound, {*language, plan, plausible}, {}, std::nullopt, plan};
        }
        // Patterns for themselves only where they do not all hold.
        using hints = decltype(Checks::patterns(plan));
        return within{
            bound, {allowed, Checks::constants, plan}, test ? Checks::patterns(plan) : hints{}, test, plan};
    }
}

// A generator of uuids, which checks know as constants only: those that are allowed, unless all others are.
template<typename Row, std::size_t Column, typename Bound>
[[nodiscard]] auto keep_uuid(const Bound& bound, const column_plan& plan) {
    const own_test<Row, Column> test;
    lazy_list<uuid, Row> allowed;
    if (!test(possible_value::of(std::string_view{}))) { // what no constant is
        for (const std::string_view each : own_checks<Row, Column>::constants) {
            const std::optional<uuid> constant = uuid_of_text(each);
            if (constant && test(possible_value::of(each))) {
                allowed.push_back(*constant);
            }
        }
        if (allowed.empty() && own_checks<Row, Column>::allowed().may_be_value()) {
            throw refusal(plan, "the checks of the column allow no value; loosen one of them");
        }
    }
    return bound_within_constants<uuid, Bound>{bound, std::move(allowed)};
}

// The elements of an array, kept to the checks that each of them has.
template<typename Element, typename Generator>
class checked_elements {
    using value = value_type_of<Element>;

public:
    checked_elements(const Generator& generator, bool may_be_null)
        : generator_(generator), may_be_null_(may_be_null) {}

    auto operator()(draw& cell) const { return generator_(cell); }

    [[nodiscard]] bool keeps(const Element& element) const {
        if constexpr (nullable<Element>) {
            return element ? generator_.keeps(possible_value_of<value>(as_view(*element))) : may_be_null_;
        } else {
            return generator_.keeps(possible_value_of<value>(as_view(element)));
        }
    }

private:
    Generator generator_;
    bool may_be_null_;
};

// The checks of a range, as its generator asks them.
template<typename Row, std::size_t Column>
class range_checks {
    using checks = own_checks<Row, Column>;

public:
    [[nodiscard]] bool keeps(const possible_value& value) const { return only_null_ || test_(value); }
    [[nodiscard]] allowed_values lower() const {
        return allowed_bound(column_part::lower, possible_value::anything());
    }
    [[nodiscard]] allowed_values upper(const possible_value& lower) const {
        return allowed_bound(column_part::upper, lower);
    }

private:
    [[nodiscard]] allowed_values allowed_bound(column_part part, const possible_value& other) const {
        return only_null_ ? allowed_values::everything() : checks::allowed_bound(part, other);
    }

    own_test<Row, Column> test_;
    // No row has a value to keep to them then.
    bool only_null_ = nullable<field_type<Row, Column>> && checks::allowed().may_be_null &&
                      !checks::allowed().may_be_value();
};

template<typename Value>
inline constexpr bool solved_type = whole_numbered<Value> || std::is_same_v<Value, std::string>;

// How many elements or bytes checks allow; what is always NULL has whatever number of them.
template<typename Test>
struct kept_sizes {
    explicit kept_sizes(const allowed_values& allowed) {
        if (!allowed.may_be_value()) {
            possible = interval_set::all();
        } else if (possible = allowed.values; !allowed.complete || !possible.exact()) {
            to_pass.emplace();
        }
    }

    interval_set possible;
    std::optional<Test> to_pass;
};

template<typename Row, std::size_t Column, typename Value, typename Bound>
[[nodiscard]] auto keep_array(const Bound& bound, const column_plan& plan) {
    using element = element_of<Value>;
    using value = value_type_of<element>;
    using checks = own_checks<Row, Column>;
    using test = own_test<Row, Column>;
    const allowed_values allowed = checks::allowed();
    const kept_sizes<test> lengths{allowed};
    const column_plan plan_of_one = plan_of_elements(plan);
    const typical<value> typical_element{plan_of_one};
    const auto with = [&]<typename Elements>(const Elements& elements) {
        return bound_within_array<Value, Bound, Elements, test>{bound, lengths.possible, lengths.to_pass,
                                                                elements, plan};
    };
    using element_checks = own_checks<Row, Column, true>;
    if constexpr (element_checks::exist && solved_type<value>) {
        const auto keep = [&](const column_plan& elements) {
            return keep_value<element_checks, own_test<Row, Column, true>, value>(typical_element, elements,
                                                                                  false);
        };
        const auto kept = [&] {
            try {
                return keep(plan_of_one);
            } catch (const plan_error&) { // no text as short as elements are: 'facility report'
                return keep(plan);
            }
        }();
        return with(checked_elements<element, std::remove_const_t<decltype(kept)>>{
            kept, element_checks::allowed().may_be_null});
    } else {
        return with(any_elements<element, typical<value>>{typical_element});
    }
}

} // namespace detail

/// The generator of a column, kept to the checks that the column and its elements have for themselves.
template<typename Row, std::size_t Column, typename Value, typename Bound>
[[nodiscard]] auto keep_to_own_checks(const Bound& bound, const column_plan& plan) {
    using checks = own_checks<Row, Column>; // a name; where there are none nothing asks for more
    constexpr bool checked = has_own_checks<Row, Column>;
    if constexpr (array_type<Value>) {
        if constexpr (checked || has_own_checks<Row, Column, true>) {
            return detail::keep_array<Row, Column, Value>(bound, plan);
        } else {
            return bound;
        }
    } else if constexpr (checked && bounded_range<Value>) {
        using kept = detail::range_checks<Row, Column>;
        return bound_within_range<detail::range_element<Value>, Bound, kept>{bound, kept{}, plan};
    } else if constexpr (checked && sized_value<Value>) {
        using test = own_test<Row, Column>;
        const detail::kept_sizes<test> sizes{checks::allowed()};
        return bound_within_sizes<Value, Bound, test>{bound, sizes.possible, sizes.to_pass, plan};
    } else if constexpr (checked && std::is_same_v<Value, uuid>) {
        return detail::keep_uuid<Row, Column>(bound, plan);
    } else if constexpr (checked && detail::solved_type<Value>) {
        return detail::keep_value<checks, own_test<Row, Column>, Value>(bound, plan,
                                                                        nullable<field_type<Row, Column>>);
    } else {
        return bound;
    }
}

/// The plan of a key of bytes or bits whose checks ask for a size: the one nearest to that of keys without
/// checks, the greater ones first.
template<typename Row, std::size_t Column, sized_value Value>
[[nodiscard]] column_plan plan_of_sized_key(const column_plan& plan) {
    using test = own_test<Row, Column>;
    const detail::kept_sizes<test> sizes{own_checks<Row, Column>::allowed()};
    const std::uint32_t most =
        plan.max_length == 0 ? detail::longest_key : std::min(plan.max_length, detail::longest_key);
    const std::uint32_t least = plan.fixed_length ? most : 1;
    const std::uint32_t usual = std::clamp(std::is_same_v<Value, bytes> ? 8U : 32U, least, most);
    const auto fits = [&sizes](std::uint32_t size) {
        return sizes.possible.contains(int128{size}) &&
               (!sizes.to_pass || (*sizes.to_pass)(possible_value::of(int128{size})));
    };
    column_plan sized = plan;
    sized.fixed_length = true;
    for (sized.max_length = usual; sized.max_length <= most; ++sized.max_length) {
        if (fits(sized.max_length)) {
            return sized;
        }
    }
    for (sized.max_length = usual; sized.max_length >= least; --sized.max_length) {
        if (fits(sized.max_length)) {
            return sized;
        }
    }
    throw refusal(plan, "the checks of the column allow no size that fits a key, 1 to " +
                            std::to_string(most) + "; loosen one of them");
}

/// Whether the values of a column are numbered under the checks that it, or each of its elements, has.
template<typename Row, std::size_t Column, typename Value>
inline constexpr bool has_own_domain = has_own_checks<Row, Column> && detail::solved_type<Value>;
template<typename Row, std::size_t Column, array_type Value>
inline constexpr bool has_own_domain<Row, Column, Value> =
    has_own_checks<Row, Column, true> && detail::solved_type<value_type_of<element_of<Value>>>;
template<typename Row, std::size_t Column, bounded_range Value>
inline constexpr bool has_own_domain<Row, Column, Value> = has_own_checks<Row, Column>;

/// The values of a column under the checks that it has for itself, numbered for keys; of numbers only some,
/// at wish.
template<typename Row, std::size_t Column, typename Value, bool OfElements = false>
[[nodiscard]] allowed_domain<Value> own_domain(const column_plan& plan,
                                               const interval_set& some = interval_set::all()) {
    using checks = own_checks<Row, Column, OfElements>;
    if constexpr (bounded_range<Value>) {
        return {detail::range_checks<Row, Column>{}, plan};
    } else if constexpr (array_type<Value>) {
        return allowed_domain<Value>{own_domain<Row, Column, value_type_of<element_of<Value>>, true>(plan)};
    } else if constexpr (whole_numbered<Value>) {
        const allowed_values allowed = checks::allowed();
        if (allowed.complete && allowed.values.exact()) {
            return {allowed.values & some, plan};
        }
        return {allowed.values & some, plan, own_test<Row, Column, OfElements>{}};
    } else {
        constexpr std::uint64_t many = std::uint64_t{1} << 40U;
        const auto language = checks::language();
        return language ? allowed_domain<Value>{allowed_texts<>{*language, plan, many}}
                        : allowed_domain<Value>{allowed_texts<>{checks::allowed(), checks::constants, plan}};
    }
}

} // namespace synth

#endif
