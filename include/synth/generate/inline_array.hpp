// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_INLINE_ARRAY_HPP
#define SYNTH_GENERATE_INLINE_ARRAY_HPP

#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace synth {

/// At most `Capacity` elements that a generator returns by value: `inline_array<std::byte, 16>` for bytes. It
/// shows itself as a std::span, which lives as long as the object does.
template<typename Element, std::size_t Capacity>
class inline_array {
public:
    // Elements that have no constructor stay unset until they are appended.
    inline_array() {} // NOLINT(modernize-use-equals-default,cppcoreguidelines-pro-type-member-init)

    void append(Element element) { elements_[size_++] = std::move(element); }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::span<const Element> view() const { return {elements_.data(), size_}; }
    explicit(false) operator std::span<const Element>() const { return view(); }

private:
    std::array<Element, Capacity> elements_;
    std::size_t size_ = 0;
};

} // namespace synth

#endif
