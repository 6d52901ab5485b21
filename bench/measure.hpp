// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_BENCH_MEASURE_HPP
#define SYNTH_BENCH_MEASURE_HPP

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace bench {

/// Seconds of the clock on the wall that some work takes.
template<typename Work>
double seconds(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Several ways to do the same, each once a round in turns, so that whatever else the machine does meets all
/// of them alike. A round before the first one warms caches and is not counted.
template<std::size_t Ways>
class turns {
public:
    template<typename... Works>
    explicit turns(int rounds, const Works&... works) {
        static_assert(sizeof...(Works) == Ways);
        (works(), ...);
        for (int round = 0; round < rounds; ++round) {
            // Braces keep the order of the ways.
            rounds_.push_back(std::array<double, Ways>{seconds(works)...});
        }
    }

    /// The least seconds of a way: noise only adds.
    [[nodiscard]] double best(std::size_t way) const {
        double least = std::numeric_limits<double>::max();
        for (const std::array<double, Ways>& round : rounds_) {
            least = std::min(least, round[way]);
        }
        return least;
    }

    /// How many times as long one way takes as another, the median of all rounds.
    [[nodiscard]] double ratio(std::size_t way, std::size_t other) const {
        std::vector<double> ratios;
        for (const std::array<double, Ways>& round : rounds_) {
            ratios.push_back(round[way] / round[other]);
        }
        const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
        std::nth_element(ratios.begin(), middle, ratios.end());
        return *middle;
    }

private:
    std::vector<std::array<double, Ways>> rounds_;
};

template<typename... Works>
turns(int, const Works&...) -> turns<sizeof...(Works)>;

/// A file that rows are written to, and how many bytes they had.
class output {
public:
    explicit output(const char* path = "/dev/null") : descriptor_{::open(path, O_WRONLY | O_APPEND)} {}
    output(const output&) = delete;
    output& operator=(const output&) = delete;
    ~output() { ::close(descriptor_); }

    void write(std::string_view bytes) {
        if (::write(descriptor_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
            throw std::runtime_error{"cannot write"};
        }
        written_ += bytes.size();
    }
    [[nodiscard]] std::uint64_t written() const { return written_; }

private:
    int descriptor_;
    std::uint64_t written_ = 0;
};

} // namespace bench

#endif
