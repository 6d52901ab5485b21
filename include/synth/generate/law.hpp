// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_LAW_HPP
#define SYNTH_GENERATE_LAW_HPP

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/generate/weighted.hpp>
#include <synth/random/alias_table.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/stream_key.hpp>

namespace synth {

/// How the rows of a child table choose among `parents` rows: bound, it is a pure function from the words of
/// a cell to an index below `parents`. A law is `ordered` if an index means the parent's row itself; of other
/// laws index 0 is the heaviest, and the indices are to be scattered over the rows.
template<typename Law>
concept reference_law = requires(const Law& law, std::uint64_t parents, stream_key key, draw& cell) {
    { law.bind_law(parents, key)(cell) } -> std::same_as<std::uint64_t>;
    { Law::ordered } -> std::convertible_to<bool>;
};

// Members as every specialisation has them. NOLINTBEGIN(readability-convert-member-functions-to-static)
/// Every parent is equally likely.
class uniform_law {
public:
    static constexpr bool ordered = true;

    class bound {
    public:
        explicit bound(std::uint64_t parents) : parents_{parents} {}
        std::uint64_t operator()(draw& cell) const { return cell.below(parents_); }

    private:
        std::uint64_t parents_;
    };

    [[nodiscard]] bound bind_law(std::uint64_t parents, stream_key) const { return bound{parents}; }
    [[nodiscard]] std::string describe() const { return "uniform"; }
};
// NOLINTEND(readability-convert-member-functions-to-static)

/// Parents by weight, in the order of their rows: `weighted_law(5, 3, 1)` for three parents. More parents
/// than weights form as many groups of neighbours, equal in size to within one; a group shares its weight
/// evenly.
template<std::size_t Size>
class weighted_law {
public:
    static constexpr bool ordered = true;

    template<typename... Weights>
        requires(sizeof...(Weights) == Size && (std::convertible_to<Weights, double> && ...))
    constexpr explicit weighted_law(Weights... weights)
        : weights_{integer_weights<Size>({static_cast<double>(weights)...})} {}

    class bound {
    public:
        bound(std::uint64_t parents, const std::array<std::uint64_t, Size>& weights)
            : parents_{parents}, table_{weights} {}

        std::uint64_t operator()(draw& cell) const {
            const std::size_t group = table_.pick(cell.word());
            const std::uint64_t first = scale(parents_, group, Size);
            const std::uint64_t end = scale(parents_, group + 1, Size);
            return end - first == 1 ? first : first + cell.below(end - first);
        }

    private:
        std::uint64_t parents_;
        alias_table<Size> table_;
    };

    [[nodiscard]] bound bind_law(std::uint64_t parents, stream_key) const {
        if (parents < Size) {
            throw plan_error{"a weighted_law of " + std::to_string(Size) +
                             " weights needs as many parents, not " + std::to_string(parents) +
                             "; plan more rows or give fewer weights"};
        }
        return bound{parents, weights_};
    }

    [[nodiscard]] std::string describe() const { return "weighted, " + std::to_string(Size) + " weights"; }

private:
    std::array<std::uint64_t, Size> weights_;
};

template<typename... Weights>
weighted_law(Weights...) -> weighted_law<sizeof...(Weights)>;

} // namespace synth

#endif
