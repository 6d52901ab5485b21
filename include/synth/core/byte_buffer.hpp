// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_BYTE_BUFFER_HPP
#define SYNTH_CORE_BYTE_BUFFER_HPP

#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

namespace synth {

/// Bytes that grow at their end and are reused after `clear`; unlike std::string it never fills memory that
/// is about to be overwritten.
class byte_buffer {
public:
    byte_buffer() = default;
    byte_buffer(const byte_buffer&) = delete;
    byte_buffer& operator=(const byte_buffer&) = delete;
    byte_buffer(byte_buffer&& other) noexcept
        : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)),
          end_(std::exchange(other.end_, nullptr)) {}
    byte_buffer& operator=(byte_buffer&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        std::swap(size_, other.size_);
        std::swap(end_, other.end_);
        return *this;
    }
    ~byte_buffer() { delete[] bytes_; }
    explicit byte_buffer(std::size_t capacity) { reserve(capacity); }

    /// Room for at least `count` more bytes; write there and pass the end to `finish`.
    char* reserve(std::size_t count) {
        if (capacity() - size_ < count) {
            grow(count);
        }
        return bytes_ + size_;
    }

    /// The same behind what was written up to `end` and is taken as content only now, where room is short: a
    /// writer of many rows asks for the next one's with a comparison.
    [[gnu::always_inline]] char* reserve_behind(char* end, std::size_t count) {
        if (static_cast<std::size_t>(end_ - end) < count) [[unlikely]] {
            finish(end);
            grow(count);
            return bytes_ + size_;
        }
        return end;
    }

    /// Takes what was written between the result of `reserve` and `end` as content.
    void finish(const char* end) { size_ = static_cast<std::size_t>(end - bytes_); }

    void append(std::string_view text) {
        char* out = reserve(text.size());
        if (!text.empty()) {
            std::memcpy(out, text.data(), text.size());
        }
        size_ += text.size();
    }

    void clear() { size_ = 0; }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t capacity() const { return static_cast<std::size_t>(end_ - bytes_); }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const char* data() const { return bytes_; }
    [[nodiscard]] std::string_view view() const { return {bytes_, size_}; }

private:
    [[gnu::noinline, gnu::cold]] void grow(std::size_t count) {
        const std::size_t wanted = size_ + count;
        const std::size_t doubled = capacity() * 2;
        const std::size_t next = wanted > doubled ? wanted : doubled;
        char* const larger = new char[next];
        if (size_ > 0) {
            std::memcpy(larger, bytes_, size_);
        }
        delete[] bytes_;
        bytes_ = larger;
        end_ = larger + next;
    }

    char* bytes_ = nullptr; // by hand: <memory> costs every including file 0.14 s
    std::size_t size_ = 0;
    char* end_ = nullptr; // of the room
};

} // namespace synth

#endif
