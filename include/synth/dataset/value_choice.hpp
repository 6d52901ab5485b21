// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_VALUE_CHOICE_HPP
#define SYNTH_DATASET_VALUE_CHOICE_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/check_state.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_functions.hpp>
#include <synth/generate/text_of_length.hpp>
#include <synth/generate/text_store.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within.hpp>
#include <synth/generate/within_array.hpp>
#include <synth/random/draw.hpp>

namespace synth {

/// Chooses one value among those that checks leave for a column, notes in its cell how to make it again, and
/// hands it on: `then(value)` goes on with the other columns while the value's bytes are kept. `copied(text)`
/// keeps a text that other columns say.
template<typename Schema, std::size_t Table, std::size_t Slot>
class value_choice {
public:
    using plan = check_plan<Schema, Table>;
    static constexpr std::size_t column = plan::columns[Slot];
    using value = typename column_values<Schema, Table, column>::value;

    /// `searching`: earlier attempts have failed, so less plausible values are tried too.
    value_choice(const check_state<Schema, Table>& state, checked_cell& cell, bool searching)
        : state_(state), cell_(cell), searching_(searching) {}

    template<typename Generator, typename Copied, typename Then>
    [[nodiscard]] bool make(const Generator& generator, const allowed_values& allowed, draw words,
                            const Copied& copied, const Then& then) {
        if constexpr (whole_numbered<value>) {
            return make_number(generator, allowed, words, then);
        } else if constexpr (std::is_same_v<value, std::string>) {
            if constexpr (copies_text(plan::nodes)) {
                // Where one of several conditions will do, each attempt looks at another.
                const std::size_t which = cell_.attempt % (allowed.text_count + 1);
                if (which < allowed.text_count) {
                    return make_copy(generator, allowed, allowed.texts[which], copied, then);
                }
            }
            if constexpr (begins_text(plan::nodes)) {
                const bool begins = !allowed.beginning.empty() || !allowed.begun.empty();
                if (begins && cell_.attempt % 4 != 3) { // where one of several conditions will do, as above
                    return make_begun(generator, allowed, words, copied, then);
                }
            }
            return make_text(generator, allowed, words, then);
        } else if constexpr (array_type<value>) {
            return make_array(generator, allowed, words, then);
        } else {
            const auto made = generator(words);
            return then(possible_value_of<value>(static_cast<view_of<value>>(made)));
        }
    }

private:
    template<typename Generator, typename Then>
    [[nodiscard]] bool make_number(const Generator& generator, const allowed_values& allowed, draw& words,
                                   const Then& then) {
        cell_.from = checked_cell::source::number;
        usual_numbers usual;
        for (unsigned tries = 0; tries < tries_within; ++tries) {
            cell_.number = whole_number_of<value>(static_cast<value>(generator(words)));
            if (allowed.values.contains(cell_.number)) {
                return then(possible_value::of(cell_.number));
            }
            usual.add(cell_.number);
        }
        const interval_set& natural = state_.slot(Slot).natural;
        interval_set near = plausible_part(allowed.values, natural, detail::kind_of<value>, unit_of<value>);
        if (!is_bounded(allowed.values, natural)) {
            near = usual.part_of(allowed.values & natural, near);
        }
        if (near.empty()) {
            return false;
        }
        cell_.number = searching_ ? search(allowed.values & natural, words) : draw_from(near, words);
        return keeps(generator, possible_value::of(cell_.number)) && then(possible_value::of(cell_.number));
    }

    // What no solution led to may be small, or far off, or one of the few that a set tells apart.
    [[nodiscard]] static int128 search(const interval_set& values, draw& words) {
        if (values.exact() || values.interval_count() < 3 || words.chance(probability(0.5))) {
            return draw_by_magnitude(values, words);
        }
        const number_range some = values[words.below(values.interval_count())];
        return draw_by_magnitude(interval_set{some.low, some.high}, words);
    }

    // Whether a value that the column's generator did not make keeps to the checks of the column alone.
    template<typename Generator>
    [[nodiscard]] static bool keeps(const Generator& generator, const possible_value& chosen) {
        if constexpr (requires { generator.keeps(chosen); }) {
            return generator.keeps(chosen);
        } else {
            return true;
        }
    }

    // ---- arrays, by the number of their elements ----

    template<typename Generator, typename Then>
    [[nodiscard]] bool make_array(const Generator& generator, const allowed_values& allowed, draw& words,
                                  const Then& then) {
        draw again = words; // chosen_cell.hpp has no other
        {
            const auto made = generator(words);
            const possible_value known = possible_value_of<value>(static_cast<view_of<value>>(made));
            if (allowed.values.contains(known.low)) {
                return then(known);
            }
        }
        if constexpr (check_state<Schema, Table>::counts_elements) {
            constexpr int128 most = std::is_same_v<element_of<value>, bool> ? 64 : most_sized;
            const interval_set lengths = allowed.values & interval_set{0, most};
            if (cell_.attempt > 0 && !lengths.empty()) {
                cell_.from = checked_cell::source::sized;
                cell_.number = draw_from(plausible_part(lengths, {0, most}, value_kind::number, 1), words);
                const auto made =
                    array_of_length<value>(generator, again, static_cast<std::size_t>(cell_.number));
                return then(possible_value_of<value>(made.view()));
            }
        }
        return false;
    }

    // ---- texts ----

    static constexpr const auto& constants = own_checks<typename plan::row_type, column>::constants;

    template<typename Generator, typename Then>
    [[nodiscard]] bool make_text(const Generator& generator, const allowed_values& allowed, draw& words,
                                 const Then& then) {
        const auto others = static_cast<std::int64_t>(constants.size());
        if (allowed.values.contains(others)) {
            for (cell_.tries = 0; cell_.tries < tries_within; ++cell_.tries) {
                const auto made = generator(words);
                const std::string_view text = made;
                if (fits(text, allowed)) {
                    return then(possible_value::of(text));
                }
            }
            if constexpr (check_state<Schema, Table>::has_lengths) {
                if (allowed.pattern_count == 0 &&
                    (allowed.length.low > 0 || allowed.length.high < no_upper_bound)) {
                    return make_sized(generator, allowed.length, words, then);
                }
            }
            if constexpr (check_state<Schema, Table>::has_patterns) {
                return make_of_pattern(generator, allowed, words, then);
            } else {
                return false;
            }
        }
        const interval_set places = allowed.values & interval_set{0, others - 1};
        if (places.empty()) {
            return false;
        }
        cell_.from = checked_cell::source::constant;
        cell_.which = static_cast<std::uint32_t>(draw_from(places, words));
        const possible_value chosen = possible_value::of(constants[cell_.which]);
        return keeps(generator, chosen) && then(chosen);
    }

    template<typename Generator, typename Copied, typename Then>
    [[nodiscard]] bool make_copy(const Generator& generator, const allowed_values& allowed,
                                 const possible_value& wanted, const Copied& copied, const Then& then) {
        constexpr std::uint32_t limit = catalog_of<Schema>.view().columns_of(Table)[column].max_length;
        const std::string_view text = copied(wanted);
        const possible_value chosen = possible_value::of(text);
        cell_.from = checked_cell::source::copied;
        return (limit == 0 || detail::length_of(text, false) <= limit) && fits(text, allowed) &&
               keeps(generator, chosen) && then(chosen);
    }

    // A text of the generator with another beginning, or the beginning of another text.
    template<typename Generator, typename Copied, typename Then>
    [[nodiscard]] bool make_begun(const Generator& generator, const allowed_values& allowed, draw& words,
                                  const Copied& copied, const Then& then) {
        constexpr std::uint32_t limit = catalog_of<Schema>.view().columns_of(Table)[column].max_length;
        const auto others = static_cast<std::int64_t>(constants.size());
        if (!allowed.values.contains(others)) {
            return make_text(generator, allowed, words, then);
        }
        constexpr int128 most = limit == 0 ? most_sized : int128{limit};
        cell_.from = checked_cell::source::copied;
        for (unsigned tries = 0; tries < tries_within; ++tries) {
            const auto made = generator(words);
            const std::string text =
                allowed.beginning.empty()
                    ? beginning_of(allowed.begun, allowed.length, most, words)
                    : with_beginning(static_cast<std::string_view>(made), allowed.beginning, most);
            const possible_value chosen = possible_value::of(copied(possible_value::of(text)));
            if (fits(chosen.text, allowed) && keeps(generator, chosen)) {
                return then(chosen);
            }
        }
        return false;
    }

    // Of so many characters as are allowed.
    [[nodiscard]] static std::string beginning_of(std::string_view text, const number_range& lengths,
                                                  int128 most, draw& words) {
        const int128 all = detail::length_of(text, false);
        const int128 high = std::min({lengths.high, most, all});
        const int128 low = std::min(std::max<int128>(lengths.low, 1), high);
        return std::string{detail::first_characters(
            text, static_cast<std::size_t>(draw_from(interval_set{low, high}, words)))};
    }

    [[nodiscard]] static std::string with_beginning(std::string_view text, std::string_view beginning,
                                                    int128 most) {
        const auto replaced = static_cast<std::size_t>(detail::length_of(beginning, false));
        text.remove_prefix(detail::first_characters(text, replaced).size());
        const std::string all = std::string{beginning}.append(text);
        return std::string{detail::first_characters(all, static_cast<std::size_t>(most))};
    }

    // A text of a length that the generator's have not.
    template<typename Generator, typename Then>
    [[nodiscard]] bool make_sized(const Generator& generator, const number_range& lengths, draw& words,
                                  const Then& then) {
        constexpr std::uint32_t limit = catalog_of<Schema>.view().columns_of(Table)[column].max_length;
        constexpr int128 most = limit == 0 ? most_sized : std::min<int128>(most_sized, limit);
        const int128 high = std::min({lengths.high, lengths.low + reach, most});
        if (high < lengths.low) {
            return false;
        }
        cell_.from = checked_cell::source::sized;
        draw of_text = words; // chosen_cell.hpp has no other
        cell_.number = draw_from(interval_set{lengths.low, high}, words);
        const std::string text = text_of_length(generator, of_text, static_cast<std::size_t>(cell_.number));
        const possible_value chosen = possible_value::of(std::string_view{text});
        return keeps(generator, chosen) && then(chosen);
    }

    static constexpr int128 reach = 16;
    static constexpr int128 most_sized = 10'000;

    [[nodiscard]] bool fits(std::string_view text, const allowed_values& allowed) const {
        const auto place = std::ranges::find(constants, text) - constants.begin();
        bool fitting = allowed.values.contains(place);
        if constexpr (check_state<Schema, Table>::has_lengths) {
            const auto length = static_cast<int128>(detail::length_of(text, false));
            fitting = fitting && length >= allowed.length.low && length <= allowed.length.high;
        }
        if constexpr (check_state<Schema, Table>::has_patterns) {
            for (std::size_t index = 0; index < allowed.pattern_count; ++index) {
                const allowed_values::pattern_rule& rule = allowed.patterns[index];
                fitting = fitting && (!is_joint(rule) ||
                                      state_.patterns()[state_.patterns().place_of(*rule.node)].matches(
                                          text) == rule.positive);
            }
        }
        return fitting;
    }

    // Rules of checks over the column alone are the generator's business.
    [[nodiscard]] static bool is_joint(const allowed_values::pattern_rule& rule) {
        return rule.node >= plan::nodes.data() && rule.node < plan::nodes.data() + plan::nodes.size();
    }

    // The nodes of the patterns that the column is compared with.
    static consteval auto own_patterns() {
        constexpr auto is_own = [](std::size_t node) {
            return is_pattern(plan::nodes[node]) && plan::nodes[node - 2].what == operation::column &&
                   plan::nodes[node - 2].column == Slot;
        };
        constexpr std::size_t count = [is_own] {
            std::size_t all = 0;
            for (std::size_t node = 2; node < plan::nodes.size(); ++node) {
                all += is_own(node) ? 1 : 0;
            }
            return all;
        }();
        std::array<std::size_t, count> places{};
        std::size_t next = 0;
        for (std::size_t node = 2; node < plan::nodes.size(); ++node) {
            if (is_own(node)) {
                places[next++] = node;
            }
        }
        return places;
    }

    // A text of the first pattern that must match, as the generator makes none; where one of several will do,
    // each attempt takes another.
    template<typename Generator, typename Then>
    [[nodiscard]] bool make_of_pattern(const Generator& generator, const allowed_values& allowed, draw& words,
                                       const Then& then) {
        for (std::size_t index = 0; index < allowed.pattern_count; ++index) {
            const allowed_values::pattern_rule& rule = allowed.patterns[index];
            if (rule.positive && is_joint(rule)) {
                return make_matching(generator, *rule.node, words, then);
            }
        }
        static constexpr auto own = own_patterns();
        if constexpr (own.size() > 0) {
            return make_matching(generator, plan::nodes[own[cell_.attempt % own.size()]], words, then);
        } else {
            return false;
        }
    }

    template<typename Generator, typename Then>
    [[nodiscard]] bool make_matching(const Generator& generator, const expression_node& node, draw& words,
                                     const Then& then) {
        const std::size_t place = state_.patterns().place_of(node);
        cell_.from = checked_cell::source::matching;
        cell_.which = static_cast<std::uint32_t>(place);
        if (place == state_.patterns().size() || state_.texts(place).empty()) {
            return false;
        }
        const auto text = state_.texts(place).draw_text(words);
        const possible_value chosen = possible_value::of(std::string_view{text});
        return keeps(generator, chosen) && then(chosen);
    }

    const check_state<Schema, Table>& state_;
    checked_cell& cell_;
    bool searching_;
};

} // namespace synth

#endif
