// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_BYTE_BUFFER_HPP
#define SYNTH_CORE_BYTE_BUFFER_HPP

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace synth {

/// Bytes that grow at their end and are reused after `clear`; unlike std::string it never fills memory that
/// is about to be overwritten.
class byte_buffer {
public:
    byte_buffer() = default;
    explicit byte_buffer(std::size_t capacity) { reserve(capacity); }

    /// Room for at least `count` more bytes; write there and pass the end to `finish`.
    char* reserve(std::size_t count) {
        if (capacity_ - size_ < count) {
            grow(count);
        }
        return bytes_.get() + size_;
    }

    /// Takes what was written between the result of `reserve` and `end` as content.
    void finish(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

    void append(std::string_view text) {
        char* out = reserve(text.size());
        if (!text.empty()) {
            std::memcpy(out, text.data(), text.size());
        }
        size_ += text.size();
    }

    void clear() { size_ = 0; }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const char* data() const { return bytes_.get(); }
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

private:
    void grow(std::size_t count) {
        const std::size_t wanted = size_ + count;
        const std::size_t doubled = capacity_ * 2;
        const std::size_t next = wanted > doubled ? wanted : doubled;
        std::unique_ptr<char[]> larger{new char[next]};
        if (size_ > 0) {
            std::memcpy(larger.get(), bytes_.get(), size_);
        }
        bytes_ = std::move(larger);
        capacity_ = next;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace synth

#endif
