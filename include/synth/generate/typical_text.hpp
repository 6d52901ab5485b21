// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_TEXT_HPP
#define SYNTH_GENERATE_TYPICAL_TEXT_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/known_text.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/inline_text.hpp>
#include <synth/generate/letters.hpp>
#include <synth/generate/text.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/generate/word_pool.hpp>
#include <synth/generate/words.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/bit_string.hpp>
#include <synth/schema/bytes.hpp>
#include <synth/schema/json.hpp>

namespace synth {

namespace detail {

// Text that is either here or a piece of the pool.
class text_or_piece {
public:
    inline_text<bound_words::capacity> own; // words or letters
    known_text piece;

    explicit(false) operator std::string_view() const {
        return piece.size == 0 ? own.view() : std::string_view{piece};
    }
    explicit(false) operator known_text() const {
        const std::string_view text = own.view();
        const bool padded = !text.empty() && text.size() + known_text::padding <= bound_words::capacity;
        return piece.size == 0 ? known_text{text.data(), static_cast<std::uint32_t>(text.size()), padded}
                               : piece;
    }
};

// Up to `Capacity` bytes, or a piece of the pool.
class bytes_or_piece {
public:
    inline_text<bound_letters::longest> own;
    std::string_view piece;

    explicit(false) operator std::span<const std::byte>() const {
        const std::string_view text = piece.empty() ? own.view() : piece;
        return std::as_bytes(std::span{text.data(), text.size()});
    }
};

inline void require_typical_length(const column_plan& plan, std::uint32_t most) {
    if (plan.fixed_length && plan.max_length > most) {
        throw refusal(plan, "values of the fixed length " + std::to_string(plan.max_length) +
                                " are not made by type; give the column a generator");
    }
}

} // namespace detail

/// One to five words of at most 60 bytes; letters where the column has a fixed length or fewer than eight
/// characters.
template<>
class typical<std::string> {
public:
    explicit typical(const column_plan& plan)
        : length_{plan.max_length},
          letters_{plan.fixed_length ? plan.max_length : 1U, plan.max_length, alphabet},
          words_{1, 5, plan.max_length == 0 ? usual : std::min(plan.max_length, usual)} {
        detail::require_typical_length(plan, longest_text);
        if (plan.fixed_length && plan.max_length > detail::bound_letters::longest) {
            kind_ = kind::piece;
        } else if (plan.max_length != 0 && (plan.fixed_length || plan.max_length < 8)) {
            kind_ = kind::letters;
        }
        if (kind_ == kind::piece) {
            pieces_.emplace();
        }
    }

    detail::text_or_piece operator()(draw& cell) const {
        detail::text_or_piece text;
        if (kind_ == kind::words) {
            words_.write(text.own, cell);
        } else if (kind_ == kind::letters) {
            letters_.write(text.own, cell);
        } else {
            text.piece = (*pieces_)(length_, cell);
        }
        return text;
    }

private:
    enum class kind : std::uint8_t { words, letters, piece };
    static constexpr std::uint32_t usual = 60;
    static constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz";

    std::uint32_t length_;
    kind kind_ = kind::words;
    detail::bound_letters letters_;
    detail::bound_words words_;
    std::optional<text_pieces> pieces_;
};

/// Four to sixteen random bytes, or what the column's length leaves of them; exactly its length if that is
/// fixed.
template<>
class typical<bytes> {
public:
    explicit typical(const column_plan& plan) {
        detail::require_typical_length(plan, longest_text);
        if (plan.max_length != 0) {
            most_ = plan.fixed_length ? plan.max_length : std::min(plan.max_length, most_);
            least_ = plan.fixed_length ? most_ : std::min(most_, least_);
        }
        if (most_ > detail::bound_letters::longest) {
            pieces_.emplace();
        }
    }

    detail::bytes_or_piece operator()(draw& cell) const {
        detail::bytes_or_piece value;
        if (pieces_) {
            value.piece = (*pieces_)(most_, cell);
            return value;
        }
        const std::uint32_t size = least_ == most_ ? most_ : cell.between(least_, most_);
        std::uint64_t word = 0;
        for (std::uint32_t place = 0; place < size; ++place) {
            word = place % 8 == 0 ? cell.word() : word >> 8U;
            value.own.append(static_cast<char>(static_cast<unsigned char>(word)));
        }
        return value;
    }

private:
    std::uint32_t least_ = 4;
    std::uint32_t most_ = 16;
    std::optional<text_pieces> pieces_;
};

/// One to sixteen bits, or what the column's length leaves of them; exactly its length if that is fixed.
template<>
class typical<bit_string> {
public:
    static constexpr std::uint32_t longest = 1'024;

    explicit typical(const column_plan& plan) {
        detail::require_typical_length(plan, longest);
        if (plan.max_length != 0) {
            most_ = plan.fixed_length ? plan.max_length : std::min(plan.max_length, most_);
            least_ = plan.fixed_length ? most_ : least_;
        }
    }

    inline_text<longest> operator()(draw& cell) const {
        inline_text<longest> digits;
        const std::uint32_t size = least_ == most_ ? most_ : cell.between(least_, most_);
        std::uint64_t word = 0;
        for (std::uint32_t place = 0; place < size; ++place) {
            word = place % 64 == 0 ? cell.word() : word >> 1U;
            digits.append((word & 1U) != 0 ? '1' : '0');
        }
        return digits;
    }

private:
    std::uint32_t least_ = 1;
    std::uint32_t most_ = 16;
};

/// Small documents such as {"id": 4711, "tag": "river"}, spelled as PostgreSQL spells a jsonb.
template<typename Json>
    requires std::same_as<Json, json> || std::same_as<Json, jsonb>
class typical<Json> {
public:
    explicit typical(const column_plan&) {}

    inline_text<64> operator()(draw& cell) const {
        inline_text<64> text;
        text.append(R"({"id": )");
        // Four digits that start with no zero: 1000 to 9999.
        const std::uint64_t number = 1'000 + cell.below(9'000);
        for (std::uint64_t power = 1'000; power > 0; power /= 10) {
            text.append(static_cast<char>('0' + number / power % 10));
        }
        text.append(R"(, "tag": ")");
        text.append(word_pool[cell.word() & 0xffU].view());
        text.append(R"("})");
        return text;
    }
};

} // namespace synth

#endif
