// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_GENERATOR_HPP
#define SYNTH_GENERATE_GENERATOR_HPP

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/core/shown_name.hpp>
#include <synth/generate/number.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>
#include <synth/random/stream_key.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// What a generator may know of the column it fills. The names must outlive every generator bound to the
/// plan.
struct column_plan {
    std::string_view table;               // the SQL name
    std::string_view column;              // the SQL name
    std::uint32_t max_length{};           // characters, bytes or bits; 0: no limit
    bool fixed_length{};                  // char(n), bit(n)
    std::uint8_t fraction_digits{6};      // of a second
    std::uint64_t rows{};                 // that differ in the column: those of the table, or of an owner
    std::uint64_t table_rows{};           // all of the table in this plan
    stream_key key{};                     // the column's; for permutations and children streams
    timestamp now{1'735'689'600'000'000}; // 2025-01-01 00:00:00; never the wall clock
    // g++ warns of what a designated initializer leaves out.
    // NOLINTNEXTLINE(readability-redundant-member-init)
    std::string_view schema_name{}; // of the table; empty: on the search path
};

/// The error of one column: `refusal(plan, "...")` is a plan_error "synth: orders.total: …".
[[nodiscard, gnu::cold]] inline plan_error refusal(const column_plan& plan, std::string_view reason) {
    std::string message = shown_name(plan.schema_name, plan.table);
    message.append(".").append(plan.column).append(": ").append(reason);
    return plan_error{message};
}

/// Refuses a plan for a reason of something that knows nothing of tables: it is said with the column. Called
/// where the reason is caught.
[[noreturn, gnu::cold]] inline void refuse_by_name(const column_plan& plan, const plan_error& refused) {
    constexpr std::string_view prefix = "synth: ";
    const std::string_view reason = std::string_view{refused.what()}.substr(prefix.size());
    const std::string table = shown_name(plan.schema_name, plan.table);
    const std::string_view rest =
        reason.starts_with(table) ? reason.substr(table.size()) : std::string_view{};
    if (rest.starts_with('.') || rest.starts_with('(')) { // it has the column's name already
        throw;
    }
    throw refusal(plan, reason);
}

/// What a function makes, which may refuse so.
template<typename Make>
auto refused_by_name(const column_plan& plan, const Make& make) {
    try {
        return make();
    } catch (const plan_error& refused) {
        refuse_by_name(plan, refused);
    }
}

/// A description that prepares itself for the columns of one type: it checks its parameters and builds its
/// tables there, once.
template<typename Generator, typename Value>
concept bindable =
    requires(const Generator& generator, const column_plan& plan) { generator.template bind<Value>(plan); };

/// A pure function from the words of a cell to something that converts to a `view_of<Value>`. The result may
/// own its bytes: keep it until the view has been used.
template<typename Function, typename Value>
concept bound_generator = requires(const Function& function, draw& cell) {
    { function(cell) } -> std::convertible_to<view_of<Value>>;
};

namespace detail {

// What a callable of the user may return: a view, the value itself, or any number for a number.
template<typename Result, typename Value>
concept result_for = std::convertible_to<Result, view_of<Value>> || std::convertible_to<Result, Value> ||
                     (number<Value> && std::is_arithmetic_v<std::remove_cvref_t<Result>>);

template<typename Function, typename Value>
concept function_of_cell = requires(const Function& function, draw& cell) {
    { function(cell) } -> result_for<Value>;
};

template<typename Function, typename Value>
concept function_of_plan = requires(const Function& function, draw& cell, const column_plan& plan) {
    { function(cell, plan) } -> result_for<Value>;
};

// A value that nobody else keeps, with its view.
template<typename Value>
struct kept {
    Value value;
    explicit(false) operator view_of<Value>() const { return as_view(value); }
};

template<typename Value, typename Result>
[[nodiscard]] auto as_result(Result&& result) {
    using given = std::remove_cvref_t<Result>;
    if constexpr (number<Value> && std::is_arithmetic_v<given> && !std::same_as<given, Value>) {
        if constexpr (std::integral<Value> && std::integral<given>) {
            return static_cast<Value>(result);
        } else if constexpr (std::floating_point<given>) {
            return nearest_number<Value>(to_fixed(static_cast<double>(result)));
        } else {
            return nearest_number<Value>(to_fixed(static_cast<std::int64_t>(result)));
        }
    } else if constexpr (std::convertible_to<Result, view_of<Value>>) {
        return given(std::forward<Result>(result));
    } else {
        return kept<Value>{std::forward<Result>(result)};
    }
}

// A callable of the user; it keeps a plan only if it asks for one.
template<typename Value, typename Function>
struct bound_function {
    Function function;

    auto operator()(draw& cell) const { return as_result<Value>(function(cell)); }
};

template<typename Value, typename Function>
struct bound_function_of_plan {
    Function function;
    column_plan plan;

    auto operator()(draw& cell) const { return as_result<Value>(function(cell, plan)); }
};

} // namespace detail

/// What may stand in `column<&row::member>(...)`: a description with `bind<Value>`, or a callable that takes
/// the words of a cell, and the column_plan too if it likes: `[](synth::draw& cell) { return cell.between(1,
/// 6); }`.
template<typename Generator, typename Value>
concept generator_for = bindable<Generator, Value> || detail::function_of_cell<Generator, Value> ||
                        detail::function_of_plan<Generator, Value>;

/// The function that fills one column: `bind_generator<std::int32_t>(uniform(1, 6), plan)(cell)`. Throws
/// plan_error where the parameters do not suit the column.
template<typename Value, generator_for<Value> Generator>
[[nodiscard]] auto bind_generator(const Generator& generator, const column_plan& plan) {
    if constexpr (bindable<Generator, Value>) {
        return generator.template bind<Value>(plan);
    } else if constexpr (detail::function_of_cell<Generator, Value>) {
        return detail::bound_function<Value, Generator>{generator};
    } else {
        return detail::bound_function_of_plan<Value, Generator>{generator, plan};
    }
}

/// What `bind_generator` returns.
template<typename Generator, typename Value>
using bound_to =
    decltype(bind_generator<Value>(std::declval<const Generator&>(), std::declval<const column_plan&>()));

} // namespace synth

#endif
