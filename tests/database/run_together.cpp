// SPDX-License-Identifier: BSL-1.0
#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include <synth/database/run_together.hpp>

#include "scratch.hpp"

TEST_CASE("each index is run once, on a thread of its own") {
    std::atomic<unsigned> arrived{0};
    std::atomic<unsigned> indexes{0};
    synth::run_together(3, [&](std::size_t index, const std::atomic<bool>& stop) {
        indexes |= 1U << index;
        for (++arrived; arrived < 3 && !stop;) { // none goes on before all are there
            std::this_thread::yield();
        }
    });
    CHECK(indexes == 7);
    synth::run_together(0, [](std::size_t, const std::atomic<bool>&) { FAIL("there is nothing to run"); });
}

TEST_CASE("the first error stops the others and is thrown") {
    std::atomic<bool> ended{false};
    CHECK(scratch::thrown_by([&] {
              synth::run_together(2, [&](std::size_t index, const std::atomic<bool>& stop) {
                  if (index == 1) {
                      throw std::runtime_error{"the first"};
                  }
                  while (!stop) {
                      std::this_thread::yield();
                  }
                  ended = true;
                  throw std::runtime_error{"the second"};
              });
          }) == "the first");
    CHECK(ended);
}
