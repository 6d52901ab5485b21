// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHECK_STATE_HPP
#define SYNTH_DATASET_CHECK_STATE_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/generate/allowed_search.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/check_patterns.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/pattern.hpp>
#include <synth/generate/pattern_texts.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/whole_number.hpp>

namespace synth {

/// How the value of a column that checks chose is made again.
struct checked_cell {
    enum class source : std::uint8_t { generated, number, constant, matching, sized, copied };

    bool null{};
    source from{};
    std::uint32_t attempt{}; // which stream
    std::uint32_t tries{};   // how many values of the generator come before
    std::uint32_t which{};   // the constant or the pattern
    int128 number{};         // of a sized text its characters
};

/// What the checks of a planned table need to choose values: patterns, and of each column what it may be by
/// itself. Patterns are parameters, so that only files whose checks have some pay for their code, a second.
template<typename Schema, std::size_t Table, typename Pattern = pattern, typename Texts = pattern_texts>
class tied_columns {
public:
    using plan = check_plan<Schema, Table>;
    using row_type = typename plan::row_type;
    /// Whether a check that ties columns together matches a text with a pattern.
    static constexpr bool has_patterns = any_pattern(plan::nodes);
    /// Whether one asks how long a text is.
    static constexpr bool has_lengths = std::ranges::any_of(plan::nodes, [](const expression_node& node) {
        return node.what == operation::length || node.what == operation::octet_length;
    });
    using patterns_type = std::conditional_t<has_patterns, check_patterns<Pattern>, no_patterns>;

    struct slot_state {
        allowed_values own;   // by the checks of the column alone
        interval_set natural; // by its type
        possible_value open;  // what it may become, for columns chosen before it
        bool is_whole{};      // its values are whole numbers
    };

    /// `plan_of(column)` is the plan of a column.
    template<typename PlanOf>
    explicit tied_columns(const PlanOf& plan_of) : patterns_(compiled(plan_of)) {
        if constexpr (has_patterns) {
            for (std::size_t place = 0; place < patterns_.size(); ++place) {
                texts_.emplace_back(patterns_[place], Pattern::unlimited);
            }
        }
        prepare(plan_of, std::make_index_sequence<plan::slots>{});
        for (unsigned round = 0; round < most_rounds; ++round) {
            for (std::size_t slot = 0; slot < plan::slots; ++slot) {
                if (slots_[slot].is_whole) {
                    narrow(slot);
                }
            }
        }
    }

    /// Whether a check counts the elements of an array beside other columns.
    static constexpr bool counts_elements = [] {
        bool found = false;
        for (const expression_node& node : plan::nodes) {
            found = found || node.what == operation::cardinality;
        }
        return found;
    }();

    [[nodiscard]] const slot_state& slot(std::size_t index) const { return slots_[index]; }
    /// The patterns of the joint checks, and texts of each by its place.
    [[nodiscard]] const patterns_type& patterns() const { return patterns_; }
    [[nodiscard]] const Texts& texts(std::size_t place) const
        requires has_patterns
    {
        return texts_[place];
    }

private:
    // A pattern knows nothing of tables; what it refuses is said with the column that it is for.
    template<typename PlanOf>
    [[nodiscard]] static patterns_type compiled(const PlanOf& plan_of) {
        if constexpr (has_patterns) {
            try {
                return patterns_type{plan::nodes};
            } catch (const plan_error&) {
                std::size_t slot = 0;
                for (std::size_t index = 1; index < plan::nodes.size(); ++index) {
                    const expression_node& node = plan::nodes[index];
                    slot = node.what == operation::column ? node.column : slot;
                    if (is_pattern(node) && plan::nodes[index - 1].what == operation::constant) {
                        refused_by_name(plan_of(plan::columns[slot]), [&] {
                            return pattern_of<Pattern>(node, plan::nodes[index - 1].text);
                        });
                    }
                }
                throw;
            }
        } else {
            return patterns_type{plan::nodes};
        }
    }

    static constexpr unsigned most_rounds = 3; // of bounds that follow from bounds

    // Takes from what a column may become what the joint checks do not allow, whatever the others become: in
    // `a + b <= 100` a has a bound where b has one.
    void narrow(std::size_t slot) {
        slot_state& mine = slots_[slot];
        std::array<possible_value, plan::slots == 0 ? 1 : plan::slots> known{};
        for (std::size_t each = 0; each < plan::slots; ++each) {
            known[each] = slots_[each].open;
        }
        for (const check_facts& check : plan::joint.checks) {
            if (!check.columns.contains(plan::columns[slot])) {
                continue;
            }
            const detail::lazily<allowed_search, Schema> search{
                plan::joint.nodes_of(check), known, patterns_.source(), static_cast<schema_index>(slot), {}};
            const allowed_values found = search.solve(check.size - std::size_t{1}, wanted_truth::not_false);
            const interval_set possible =
                found.values & mine.natural & interval_set{mine.open.low, mine.open.high};
            if (mine.open.may_be_value && !possible.empty()) {
                mine.open.low = possible.low();
                mine.open.high = possible.high();
            }
        }
    }

    template<typename PlanOf, std::size_t... Slots>
    void prepare(const PlanOf& plan_of, std::index_sequence<Slots...>) {
        (prepare<Slots>(plan_of(plan::columns[Slots])), ...);
    }

    template<std::size_t Slot>
    void prepare(const column_plan& column) {
        constexpr std::size_t index = plan::columns[Slot];
        using field = field_type<row_type, index>;
        using value = value_type_of<field>;
        slot_state& slot = slots_[Slot];
        slot.own = refused_by_name(column, [] { return own_checks<row_type, index>::allowed(); });
        slot.open.may_be_null = nullable<field> && slot.own.may_be_null;
        slot.open.may_be_value = slot.own.may_be_value();
        if constexpr (whole_numbered<value>) {
            slot.is_whole = true;
            slot.natural = natural_numbers<value>(column);
            const interval_set possible = slot.own.values & slot.natural;
            if (!possible.empty()) {
                slot.open.low = possible.low();
                slot.open.high = possible.high();
            }
        } else if constexpr (array_type<value>) {
            slot.open.low = 0;
        }
    }

    patterns_type patterns_;
    std::vector<std::conditional_t<has_patterns, Texts, no_patterns>> texts_;
    std::vector<slot_state> slots_ = std::vector<slot_state>(plan::slots);
};

/// In place of them in the many tables where no check ties columns together.
struct no_tied_columns {
    template<typename PlanOf>
    explicit no_tied_columns(const PlanOf&) {}
};

template<typename Schema, std::size_t Table>
using check_state =
    std::conditional_t<check_plan<Schema, Table>::slots == 0, no_tied_columns, tied_columns<Schema, Table>>;

} // namespace synth

#endif
