// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PLANNED_COLUMN_HPP
#define SYNTH_DATASET_PLANNED_COLUMN_HPP

#include <cstdint>
#include <optional>
#include <type_traits>

#include <synth/core/plan_error.hpp>
#include <synth/generate/enumerable.hpp>
#include <synth/generate/generator.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>
#include <synth/random/stream_key.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/entry_options.hpp>

namespace synth {

/// What one column needs to make its values: the bound generator, its stream, and how often it is NULL.
/// Columns whose values a reference or an owner decides need no generator. It knows nothing of its schema, so
/// that columns of one type and one kind of generator share their functions.
template<typename Field, typename Bound, column_source Source, bool DrawsNull>
class planned_column {
public:
    using field = Field;
    using value = value_type_of<field>;
    using bound_type = Bound;
    static constexpr column_source source = Source;
    static constexpr bool has_generator = !std::is_same_v<bound_type, not_described>;
    static constexpr bool draws_null = DrawsNull;

    /// `share`: how often a column that draws NULL is NULL; `bind` makes the bound generator, and what it
    /// refuses is said with the column.
    [[gnu::noinline]] planned_column(const column_plan& plan, double share,
                                     bound_type (*bind)(const column_plan&)) try
        : key_(plan.key), null_key_(plan.key.child("null")), null_threshold_(probability(share)),
          bound_(bind(plan)) {
    } catch (const plan_error& refused) {
        refuse_by_name(plan, refused);
    }

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

    /// The same of a column whose kinds come in turn by the number of the row within its owner.
    [[nodiscard]] auto at(std::uint64_t row, std::uint64_t ordinal) const {
        draw words{key_, row};
        return bound_(words, ordinal);
    }

    /// Whether `at` draws one of values that can be counted: it is `generator().value(draw_index(row))`.
    static constexpr bool enumerable = source == column_source::generated && enumerable_generator<bound_type>;

    // Inlined, though several columns share it: it is all that a row asks of most of them.
    [[nodiscard, gnu::always_inline]] std::uint64_t draw_index(std::uint64_t row) const
        requires enumerable
    {
        draw words{key_, row};
        return bound_.draw_index(words);
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

private:
    stream_key key_;
    stream_key null_key_;
    std::uint64_t null_threshold_;
    bound_type bound_;
};

} // namespace synth

#endif
