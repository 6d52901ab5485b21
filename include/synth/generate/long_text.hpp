// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_LONG_TEXT_HPP
#define SYNTH_GENERATE_LONG_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include <synth/generate/inline_text.hpp>

namespace synth {

/// A text that a generator makes, of any length; one that is short lies inside and costs no allocation.
class long_text {
public:
    static constexpr std::size_t inside = 1'020;

    /// Room for so many bytes; write there and pass the end to `finish`.
    [[nodiscard]] char* begin(std::size_t room) {
        if (room <= inside) {
            return short_.end();
        }
        long_.resize(room);
        return long_.data();
    }
    void finish(const char* end) {
        if (long_.empty()) {
            short_.finish(end);
        } else {
            const char* const first = long_.data();
            is_long_ = true;
            long_.resize(static_cast<std::size_t>(end - first));
        }
    }

    [[nodiscard]] std::size_t size() const { return view().size(); }
    [[nodiscard]] std::string_view view() const { return is_long_ ? std::string_view{long_} : short_.view(); }
    explicit(false) operator std::string_view() const { return view(); }

private:
    inline_text<inside> short_;
    std::string long_;
    bool is_long_ = false;
};

} // namespace synth

#endif
