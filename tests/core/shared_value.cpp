// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/shared_value.hpp>

namespace {

struct counted {
    int* alive;
    explicit counted(int* count) : alive(count) { ++*alive; }
    counted(const counted& other) : alive(other.alive) { ++*alive; }
    counted& operator=(const counted&) = delete;
    ~counted() { --*alive; }
};

} // namespace

TEST_CASE("copies share one value, which goes with the last of them") {
    int alive = 0;
    {
        const synth::shared_value<counted> one{counted{&alive}};
        CHECK(alive == 1);
        synth::shared_value<counted> other = one; // NOLINT(performance-unnecessary-copy-initialization)
        CHECK(&*one == &*other);
        synth::shared_value<counted> third{counted{&alive}};
        CHECK(alive == 2);
        third = other;
        CHECK(alive == 1);
        const synth::shared_value<counted>& itself = third;
        third = itself;
        other = std::move(third);
        CHECK(third->alive == &alive); // NOLINT(bugprone-use-after-move): a moved one keeps its value
    }
    CHECK(alive == 0);
}

TEST_CASE("threads may copy at the same time") {
    int alive = 0;
    {
        const synth::shared_value<counted> shared{counted{&alive}};
        std::vector<std::thread> threads;
        for (int each = 0; each < 4; ++each) {
            threads.emplace_back([&shared] {
                for (int round = 0; round < 10'000; ++round) {
                    const synth::shared_value<counted> mine = shared; // NOLINT
                    static_cast<void>(*mine);
                }
            });
        }
        for (std::thread& each : threads) {
            each.join();
        }
        CHECK(alive == 1);
    }
    CHECK(alive == 0);
}
