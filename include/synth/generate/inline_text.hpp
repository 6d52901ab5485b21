// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_INLINE_TEXT_HPP
#define SYNTH_GENERATE_INLINE_TEXT_HPP

#include <cstddef>
#include <cstring>
#include <string_view>

namespace synth {

/// Text of at most `Capacity` bytes that a generator returns by value, without an allocation. It shows itself
/// as a std::string_view, which lives as long as the object does.
template<std::size_t Capacity>
class inline_text {
public:
    // The bytes stay unset: clearing them would cost more than most generators do.
    inline_text() {} // NOLINT(modernize-use-equals-default,cppcoreguidelines-pro-type-member-init)

    void append(char letter) { text_[size_++] = letter; }
    void append(std::string_view text) {
        std::memcpy(text_ + size_, text.data(), text.size());
        size_ += text.size();
    }

    /// Room at the end; write there and pass the end to `finish`.
    [[nodiscard]] char* end() { return text_ + size_; }
    void finish(const char* end) { size_ = static_cast<std::size_t>(end - text_); }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::string_view view() const { return {text_, size_}; }
    explicit(false) operator std::string_view() const { return view(); }

private:
    std::size_t size_ = 0;
    char text_[Capacity];
};

} // namespace synth

#endif
