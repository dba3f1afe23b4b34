"""The browser side: pages ask the warehouse and draw; they never compute a figure or write."""
