// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_PROGRESS_HPP
#define SYNTH_PROGRAM_PROGRESS_HPP

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <synth/program/printable.hpp>
#include <synth/program/quantity.hpp>

#include <unistd.h>

namespace synth {

/// One line of progress: `progress_line("orders", 450, 1'000, 2.0)` shows the table, a bar, the share, rows a
/// second and the time that is left, in at most 79 columns.
[[nodiscard]] inline std::string progress_line(std::string_view table, std::uint64_t rows,
                                               std::uint64_t total, double seconds) {
    const double share = total == 0 ? 1.0 : static_cast<double>(rows) / static_cast<double>(total);
    const double speed = seconds > 0 ? static_cast<double>(rows) / seconds : 0;
    const double left = speed > 0 ? static_cast<double>(total - rows) / speed : 0;
    constexpr std::size_t width = 20;
    constexpr std::size_t name_width = 17;
    const std::size_t filled = std::min(width, static_cast<std::size_t>(share * static_cast<double>(width)));
    std::string bar(filled, '=');
    bar.resize(width, ' ');
    if (filled < width) {
        bar[filled] = '>';
    }
    // A name may hold anything, and the terminal shall not take it for a command.
    std::string name;
    for (std::string_view rest = table; !rest.empty();) {
        std::uint32_t code = 0;
        const std::size_t size = std::max<std::size_t>(detail::utf8_size(rest, code), 1);
        const std::string letter = printable(rest.substr(0, size));
        if (name.size() + letter.size() > name_width) {
            break; // no letter in two, and no escape either
        }
        name += letter;
        rest.remove_prefix(size);
    }
    return fmt::format("{:<17} [{}] {:3.0f} % {:>7} rows/s  {} left", name, bar, std::min(share, 1.0) * 100,
                       short_number(speed), short_time(left));
}

/// A bar on standard error, only where that is a terminal. It is wiped out at the end, so that what stays is
/// the summary.
class progress {
public:
    progress(bool wanted, std::uint64_t total)
        : shown_(wanted && ::isatty(STDERR_FILENO) == 1 && !is_dumb()), total_(total) {}
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;
    ~progress() { clear(); }

    /// Tells how far the table at hand is; draws at most ten times a second.
    void update(std::string_view table, std::uint64_t rows_of_table) {
        const clock::time_point now = clock::now();
        if (!shown_ || now - drawn_ < std::chrono::milliseconds{100}) {
            return;
        }
        drawn_ = now;
        const double seconds = std::chrono::duration<double>(now - start_).count();
        fmt::print(stderr, "\r{}\033[K", progress_line(table, before_ + rows_of_table, total_, seconds));
        std::fflush(stderr);
        visible_ = true;
    }

    /// A table is complete.
    void finish_table(std::uint64_t rows) { before_ += rows; }

    void clear() {
        if (visible_) {
            std::fputs("\r\033[K", stderr); // throws nothing: the destructor calls it
            std::fflush(stderr);
            visible_ = false;
        }
    }

    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(clock::now() - start_).count();
    }

private:
    using clock = std::chrono::steady_clock;

    static bool is_dumb() {
        const char* terminal = std::getenv("TERM"); // NOLINT(concurrency-mt-unsafe)
        return terminal != nullptr && std::string_view{terminal} == "dumb";
    }

    bool shown_;
    bool visible_ = false;
    std::uint64_t total_;
    std::uint64_t before_ = 0;
    clock::time_point start_ = clock::now();
    clock::time_point drawn_;
};

} // namespace synth

#endif
