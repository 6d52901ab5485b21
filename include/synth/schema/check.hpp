// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_CHECK_HPP
#define SYNTH_SCHEMA_CHECK_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <boost/hana/unpack.hpp>

#include <synth/schema/column_set.hpp>
#include <synth/schema/description.hpp>
#include <synth/schema/expression.hpp>
#include <synth/schema/expression_functions.hpp>

namespace synth {

template<typename Row, std::size_t Size>
struct check_entry {
    static constexpr entry_kind kind = entry_kind::check;
    std::string_view name;
    std::array<expression_node, Size> nodes;
};

template<typename Predicate, auto... Members>
struct predicate_entry {
    static constexpr entry_kind kind = entry_kind::predicate;
    std::string_view name;
    Predicate predicate;
};

/// A condition that every row keeps, as SQL's CHECK: it must not be false. Values are made so that it holds:
/// `check("total_is_positive", value<&order::total> > 0)`.
template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto check(std::string_view name, const expression<Row, Size>& condition) {
    static_assert(!std::is_void_v<Row>,
                  "synth: a check must name a column; write it over synth::value<&row::member>");
    if constexpr (std::is_void_v<Row>) {
        return broken_entry{}; // explained already
    } else {
        return check_entry<Row, Size>{name, condition.nodes};
    }
}

/// The same without a name.
template<typename Row, std::size_t Size>
[[nodiscard]] constexpr auto check(const expression<Row, Size>& condition) {
    return check(std::string_view{}, condition);
}

/// A condition in C++, where no expression says it: values are drawn again until it holds. Columns that may
/// be NULL arrive as std::optional: `check<&order::total>("total", [](auto total) { return total > 0; })`.
template<auto First, auto... Rest, typename Predicate>
[[nodiscard]] constexpr auto check(std::string_view name, const Predicate& predicate) {
    return predicate_entry<Predicate, First, Rest...>{name, predicate};
}

/// The same without a name.
template<auto First, auto... Rest, typename Predicate>
[[nodiscard]] constexpr auto check(const Predicate& predicate) {
    return predicate_entry<Predicate, First, Rest...>{{}, predicate};
}

namespace detail {

template<typename Row, typename Other, std::size_t Size>
inline constexpr bool describes<Row, check_entry<Other, Size>> = std::is_same_v<outlined_row_of<Row>, Other>;
template<typename Row, typename Predicate, auto... Members>
inline constexpr bool describes<Row, predicate_entry<Predicate, Members...>> =
    all_members_of<Row>(columns<Members...>{});

template<typename Entry>
inline constexpr std::size_t nodes_in = 0;
template<typename Row, std::size_t Size>
inline constexpr std::size_t nodes_in<check_entry<Row, Size>> = Size;

template<typename Entry>
inline constexpr bool is_check = Entry::kind == entry_kind::check || Entry::kind == entry_kind::predicate;

template<typename Row>
struct check_counts;
template<typename Row, typename... Entries>
struct check_counts<table_description<Row, Entries...>> {
    static constexpr std::size_t checks = (std::size_t{is_check<Entries>} + ... + 0);
    static constexpr std::size_t nodes = (nodes_in<Entries> + ... + 0);
};

} // namespace detail

/// A check as the algorithms see it: where its expression lies, and which columns it reads.
struct check_facts {
    std::string_view name;
    column_set columns;
    bool of_elements{}; // of an array, its only column: each of them keeps it
    std::uint16_t first{};
    std::uint16_t size{};      // 0: a predicate in C++
    std::uint16_t predicate{}; // its position among those
};

/// All checks of a table, in the order of the description; the nodes of their expressions one after another.
template<std::size_t Checks, std::size_t Nodes>
struct check_list {
    std::array<check_facts, Checks> checks{};
    std::array<expression_node, Nodes> nodes{};

    [[nodiscard]] constexpr std::span<const expression_node> nodes_of(const check_facts& check) const {
        return std::span{nodes}.subspan(check.first, check.size);
    }

    /// Whether a column has a check of its own, over no other column.
    [[nodiscard]] constexpr bool limits(std::size_t column) const { return limits(column, false); }
    /// Whether its elements have one.
    [[nodiscard]] constexpr bool limits_elements(std::size_t column) const { return limits(column, true); }

    /// Whether a column stands in a check with other columns, or in a predicate.
    [[nodiscard]] constexpr bool joins(std::size_t column) const {
        bool found = false;
        for (const check_facts& each : checks) {
            found = found || ((each.size == 0 || each.columns.size() > 1) && each.columns.contains(column));
        }
        return found;
    }

private:
    [[nodiscard]] constexpr bool limits(std::size_t column, bool elements) const {
        bool found = false;
        for (const check_facts& each : checks) {
            found = found || (each.size > 0 && each.columns.size() == 1 && each.columns[0] == column &&
                              each.of_elements == elements);
        }
        return found;
    }
};

namespace detail {

template<typename Row>
consteval auto gather_checks() {
    using counts = check_counts<std::remove_cvref_t<decltype(description_of<Row>)>>;
    check_list<counts::checks, counts::nodes> all{};
    std::size_t next = 0;
    std::size_t next_node = 0;
    std::size_t next_predicate = 0;
    const auto add_expression = [&]<std::size_t Size>(const check_entry<outlined_row_of<Row>, Size>& entry) {
        check_facts& facts = all.checks[next++];
        facts.name = entry.name;
        facts.first = static_cast<std::uint16_t>(next_node);
        facts.size = static_cast<std::uint16_t>(Size);
        for (const expression_node& node : entry.nodes) {
            if (node.what == operation::column && !facts.columns.contains(node.column)) {
                facts.columns.add(node.column);
            }
            facts.of_elements = facts.of_elements || node.part == column_part::element;
            all.nodes[next_node++] = node;
        }
    };
    const auto add_predicate =
        [&]<typename Predicate, auto... Members>(const predicate_entry<Predicate, Members...>& entry) {
            check_facts& facts = all.checks[next++];
            facts.name = entry.name;
            facts.columns = set_of(columns<Members...>{});
            facts.predicate = static_cast<std::uint16_t>(next_predicate++);
        };
    each_entry(description_of<Row>, [&]<typename Entry>(const Entry& entry) {
        if constexpr (Entry::kind == entry_kind::check) {
            add_expression(entry);
        } else if constexpr (Entry::kind == entry_kind::predicate) {
            add_predicate(entry);
        }
    });
    return all;
}

// A check of elements is asked of each, so it can say nothing of the row.
template<std::size_t Checks, std::size_t Nodes>
constexpr bool elements_stand_alone(const check_list<Checks, Nodes>& all) {
    bool good = true;
    for (const check_facts& each : all.checks) {
        for (const expression_node& node : all.nodes_of(each)) {
            good = good && (!each.of_elements || node.what != operation::column ||
                            (node.part == column_part::element && each.columns.size() == 1));
        }
    }
    return good;
}

template<typename Row>
consteval auto sound_checks() {
    constexpr auto all = gather_checks<Row>();
    static_assert(elements_stand_alone(all),
                  "synth: a check of each_element must name nothing else; write another check for the rest");
    static_assert(
        parts_fit(all.nodes),
        "synth: a part such as month_of must be given a date or a moment; of a time take hour_of or a "
        "finer one, of an interval epoch_of");
    return all;
}

} // namespace detail

/// The checks of a row's table, its refinement's first.
template<typename Row>
inline constexpr auto checks_of = detail::sound_checks<Row>();

/// Whether all predicates in C++ hold, by the words of `holds(entry)` for each of them; the first that does
/// not ends it.
template<typename Row, typename Holds>
[[nodiscard]] bool all_predicates(const Holds& holds) {
    return boost::hana::unpack(description_of<Row>.entries, [&](const auto&... entries_of_row) {
        const auto apply = [&]<typename Entry>(const Entry& entry) {
            if constexpr (Entry::kind == entry_kind::predicate) {
                return static_cast<bool>(holds(entry));
            } else {
                return true;
            }
        };
        static_cast<void>(apply);
        return (apply(entries_of_row) && ...);
    });
}

} // namespace synth

#endif
