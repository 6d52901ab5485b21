// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_RUN_TOGETHER_HPP
#define SYNTH_DATABASE_RUN_TOGETHER_HPP

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace synth {

/// Runs `task(index, stop)` for each index below `count`, on a thread for each, and waits for all. When one
/// throws, or its thread cannot be started, `stop` becomes true, which the others look at; the first error is
/// thrown when all have ended.
template<typename Task>
void run_together(std::size_t count, const Task& task) {
    std::atomic<bool> stop{false};
    std::mutex mutex;
    std::exception_ptr error;
    const auto fail = [&] {
        const std::scoped_lock lock{mutex};
        if (!stop.exchange(true)) {
            error = std::current_exception();
        }
    };
    std::vector<std::thread> threads;
    threads.reserve(count);
    try {
        for (std::size_t index = 0; index < count; ++index) {
            threads.emplace_back([&, index] {
                try {
                    task(index, std::as_const(stop));
                } catch (...) {
                    fail();
                }
            });
        }
    } catch (...) { // no thread: those that run are to end
        fail();
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    if (error) {
        std::rethrow_exception(error);
    }
}

} // namespace synth

#endif
