// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ALLOWED_TEXTS_HPP
#define SYNTH_GENERATE_ALLOWED_TEXTS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/pattern.hpp>
#include <synth/generate/pattern_texts.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_language.hpp>
#include <synth/generate/within.hpp>
#include <synth/schema/expression.hpp>

namespace synth {

/// The texts that checks allow a column: some of the constants that they name, and what fits all patterns
/// and lengths. Built once, when a dataset is planned. A template, as patterns are: only files with checks of
/// texts pay for it.
template<typename Pattern = pattern, typename Texts = pattern_texts>
class allowed_texts {
    using text_span = detail::lazily<std::span<const std::string_view>, Pattern>;
    using number_or_none = detail::lazily<std::optional<std::uint64_t>, Pattern>;

public:
    allowed_texts(const allowed_values& allowed, text_span constants, const column_plan& plan) {
        const auto others = static_cast<std::int64_t>(constants.size());
        for (std::int64_t index = 0; index < others; ++index) {
            if (allowed.values.contains(index)) {
                constants_.push_back(constants[static_cast<std::size_t>(index)]);
            }
        }
        if (allowed.values.contains(others) && allowed.length.low <= allowed.length.high) {
            others_.emplace(unpadded(language(allowed, constants), plan),
                            plan.max_length == 0 ? Pattern::unlimited : plan.max_length);
            if (others_->empty()) {
                others_.reset();
            }
        }
        if (constants_.empty() && !others_) {
            throw refusal(plan, "the checks of the column allow no text that fits it; loosen one of them");
        }
    }

    /// All texts of a pattern that fit the column; of letters that make as many as are wanted, if there are.
    allowed_texts(const Pattern& all, const column_plan& plan, std::uint64_t wanted) {
        const Pattern texts = unpadded(all, plan) & Pattern::any().with_length(1, Pattern::unlimited);
        others_.emplace(texts.empty() ? all : texts,
                        plan.max_length == 0 ? Pattern::unlimited : plan.max_length, wanted);
        if (others_->empty()) {
            throw refusal(plan, "the checks of the column allow no text that fits it; loosen one of them");
        }
    }

    [[nodiscard]] text_span constants() const { return constants_; }
    [[nodiscard]] const std::optional<Texts>& others() const { return others_; }

    [[nodiscard]] bool contains(std::string_view text) const {
        return std::ranges::find(constants_, text) != constants_.end() || (others_ && others_->matches(text));
    }

    // ---- the texts in a row, for keys: constants first ----

    [[nodiscard]] std::uint64_t size() const {
        const std::uint64_t more = others_ ? others_->size() : 0;
        return more > ~std::uint64_t{0} - constants_.size() ? ~std::uint64_t{0} : constants_.size() + more;
    }
    [[nodiscard]] number_or_none index_of(std::string_view text) const {
        const auto found = std::ranges::find(constants_, text);
        if (found != constants_.end()) {
            return static_cast<std::uint64_t>(found - constants_.begin());
        }
        const number_or_none place = others_ ? others_->index_of(text) : std::nullopt;
        return place ? number_or_none{*place + constants_.size()} : std::nullopt;
    }

private:
    // A text of fixed length is the same with blanks behind it, so it is made without.
    [[nodiscard]] static Pattern unpadded(const Pattern& texts, const column_plan& plan) {
        return plan.fixed_length ? texts & !Pattern::from_like("% ") : texts;
    }

    // What texts other than the constants must be.
    [[nodiscard]] static Pattern language(const allowed_values& allowed, text_span constants) {
        Pattern all = Pattern::any();
        for (std::size_t index = 0; index < allowed.pattern_count; ++index) {
            const allowed_values::pattern_rule& rule = allowed.patterns[index];
            const expression_node& argument = *(rule.node - 1);
            if (argument.what == operation::constant) {
                const auto each = pattern_of<Pattern>(*rule.node, argument.text);
                all = all & (rule.positive ? each : !each);
            }
        }
        if (!constants.empty()) {
            all = all & !Pattern::one_of(constants);
        }
        constexpr int128 most = Pattern::unlimited;
        const int128 low = std::max<int128>(allowed.length.low, 1); // no column is better for empty texts
        const int128 high = std::min(allowed.length.high, most);
        return low <= high
                   ? all.with_length(static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(high))
                   : all.with_length(0, 0);
    }

    detail::lazy_list<std::string_view, Pattern> constants_;
    std::optional<Texts> others_;
};

/// A text that a generator made, a constant, or a text of a pattern; it owns what it must.
template<typename Made, typename Texts = pattern_texts>
struct chosen_text {
    std::optional<Made> made;
    std::optional<typename Texts::text> text;
    std::string_view constant;

    [[nodiscard]] std::string_view view() const {
        if (made) {
            return *made;
        }
        return text ? text->view() : constant;
    }
    explicit(false) operator std::string_view() const { return view(); }
};

/// A text generator kept to allowed texts: where others than constants are allowed it is asked a few times,
/// then a text of their pattern is drawn; else it is one of the constants.
template<typename Bound, typename Allowed, typename Test = value_test, typename Texts = pattern_texts>
class bound_within_texts {
public:
    /// Without a test what is allowed is allowed. `hints` are patterns of which one or the other is asked
    /// for: `x LIKE 'a%' OR x LIKE 'b%'`.
    bound_within_texts(const Bound& base, Allowed allowed, std::vector<Texts> hints,
                       const std::optional<Test>& test, const column_plan& plan)
        : base_(base), allowed_(std::move(allowed)), hints_(std::move(hints)), test_(test), plan_(plan) {}

    auto operator()(draw& cell) const {
        const auto& others = allowed_.others();
        chosen_text<std::remove_cvref_t<decltype(base_(cell))>> result;
        for (unsigned tries = 0; others && tries < tries_within; ++tries) {
            result.made.emplace(base_(cell));
            if (keeps(possible_value::of(result.view()))) {
                return result;
            }
        }
        result.made.reset();
        for (unsigned draws = 0; draws < most_draws; ++draws) {
            // Constants too where others are allowed: `lower(x) IN ('yes', 'no')` says no more than that.
            const bool constant = !others || (draws % 2 == 1 && !allowed_.constants().empty());
            if (!constant && !hints_.empty() && draws % 4 != 0) {
                result.text.emplace(hints_[cell.below(hints_.size())].draw_text(cell));
            } else if (others && !constant) {
                result.text.emplace(others->draw_text(cell));
            } else {
                result.text.reset();
                result.constant = allowed_.constants()[cell.below(allowed_.constants().size())];
            }
            if (passes(possible_value::of(result.view()))) {
                return result;
            }
        }
        throw refusal(plan_, "no text was found that keeps to the checks of the column; give it a generator");
    }

    /// Whether a text from elsewhere keeps to the checks of the column too.
    [[nodiscard]] bool keeps(const possible_value& value) const {
        return allowed_.contains(value.text) && passes(value);
    }

private:
    [[nodiscard]] bool passes(const possible_value& value) const { return !test_ || (*test_)(value); }

    Bound base_;
    Allowed allowed_;
    std::vector<Texts> hints_;
    std::optional<Test> test_;
    column_plan plan_;
};

} // namespace synth

#endif
