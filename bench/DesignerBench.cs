using System.Diagnostics;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Machine;
using Microsoft.Playwright;

namespace BuyingGroups.Bench;

/// <summary>
/// The journey designer in a real browser over the real program: opening drawings of 200 and 500 nodes, frames while dragging and panning, and the
/// time from a drop to the redrawn canvas. Each beside the same with a drawing of one node, which is what browser, page and connection cost by themselves.
/// </summary>
internal static class DesignerBench
{
    private const string Email = "bench@portal.example", Password = "correct horse battery staple 7";
    private const int Rounds = 5;

    private static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static async Task RunAsync(BenchRun run)
    {
        if (ThisMachine.Chromium is not { } chromium)
        {
            await Console.Error.WriteLineAsync("Chromium is not on this machine. Nothing was measured.");
            return;
        }
        await using var database = await run.EmptyAsync();
        var journeys = new Dictionary<int, int>();
        await using (var portal = new BenchPortal(run, database))
        {
            foreach (var nodes in new[] { 1, 200, 500 })
                journeys[nodes] = await portal.SendAsync(new CreateJourney($"{nodes} nodes", null, JourneyJson.Write(Drawing(nodes))));
        }
        await using var program = await PortalProcess.StartAsync(run, database, Email, Password);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        var page = await (await browser.NewContextAsync(new() { BaseURL = program.Address.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();
        var messages = 0;
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => messages += (frame.Binary?.Length ?? frame.Text?.Length ?? 0) > 4 ? 1 : 0;
        await SignInAsync(page);
        var single = new Measured(page, () => messages);
        await single.MeasureAsync(journeys[1]);
        foreach (var nodes in new[] { 200, 500 })
        {
            var measured = new Measured(page, () => messages);
            await measured.MeasureAsync(journeys[nodes]);
            Report(run, $"designer.{nodes}", measured, single);
        }
    }

    private static void Report(BenchRun run, string work, Measured measured, Measured single)
    {
        run.Result($"{work}.open", measured.Open, "ms-median", measured.Open / single.Open, single.Open);
        run.Result($"{work}.drag", measured.Drag.P95, "ms-frame-p95", measured.Drag.P95 / single.Drag.P95, single.Drag.P95);
        run.Result($"{work}.drag-median", measured.Drag.Median, "ms-frame", measured.Drag.Median / single.Drag.Median, single.Drag.Median);
        run.Result($"{work}.pan", measured.Pan.P95, "ms-frame-p95", measured.Pan.P95 / single.Pan.P95, single.Pan.P95);
        run.Result($"{work}.pan-median", measured.Pan.Median, "ms-frame", measured.Pan.Median / single.Pan.Median, single.Pan.Median);
        run.Result($"{work}.messages-while-moving", measured.Messages, "messages");
        run.Result($"{work}.drop", measured.Drop, "ms-median", measured.Drop / single.Drop, single.Drop);
    }

    /// <summary>Splits of three paths, two of them joined again, one after the other.</summary>
    private static JourneyDocument Drawing(int nodes)
    {
        var document = (JourneyDocument.Empty with { Start = new NodeId("start") }).With(Node("start", new AccountAudienceSettings(null, null), nodes > 7 ? "split-1" : null));
        for (var part = 1; document.Nodes.Count + 7 <= nodes; part++)
        {
            var last = document.Nodes.Count + 14 > nodes;
            document = document
                .With(new JourneyNode(new($"split-{part}"), new SplitByAccountsSettings(), [Path("a", PathKind.Branch, $"wait-{part}"), Path("b", PathKind.Branch, $"first-{part}"), Path("other", PathKind.Other, $"third-{part}")]))
                .With(Node($"wait-{part}", new WaitSettings(new WaitRule(new WaitDuration(part, WaitUnit.Days), null, null)), $"merge-{part}"))
                .With(Node($"first-{part}", Says("First"), $"second-{part}")).With(Node($"second-{part}", Says("Second"), $"merge-{part}")).With(Node($"third-{part}", Says("Third"), null))
                .With(Node($"merge-{part}", new MergeSettings(), $"next-{part}")).With(Node($"next-{part}", Says("On"), last ? null : $"split-{part + 1}"));
        }
        return document;
    }

    private static AccountInterestingMomentSettings Says(string text) => new(text);

    private static JourneyNode Node(string id, NodeSettings settings, string? to) => new(new(id), settings, [JourneyPath.Next(to is null ? null : new NodeId(to))]);

    private static JourneyPath Path(string key, PathKind kind, string to) => new(key, kind, new NodeId(to));

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Email", new() { Exact = true }).FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>What one drawing costs.</summary>
    private sealed class Measured(IPage page, Func<int> messages)
    {
        public double Open { get; private set; }

        public (double Median, double P95) Drag { get; private set; }

        public (double Median, double P95) Pan { get; private set; }

        public double Drop { get; private set; }

        public int Messages { get; private set; }

        public async Task MeasureAsync(int journey)
        {
            List<double> opens = [], drops = [];
            for (var round = 0; round <= Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                await page.GotoAsync($"/journeys/{journey}/designer");
                await page.Locator(".cv.ready").WaitForAsync();
                // The first one warms the program.
                if (round > 0)
                    opens.Add(watch.Elapsed.TotalMilliseconds);
            }
            Open = Middle(opens);
            Drag = await FramesAsync(async () =>
            {
                var item = await MiddleOfAsync("[data-palette] [data-kind-key=wait]");
                await page.Mouse.MoveAsync(item.X, item.Y);
                await page.Mouse.DownAsync();
                await WanderAsync(item.X + 60, item.Y, 8);
            });
            await page.Keyboard.PressAsync("Escape");
            await page.Mouse.UpAsync();
            Pan = await FramesAsync(async () =>
            {
                await page.Mouse.MoveAsync(300, 560);
                await page.Mouse.DownAsync();
                await WanderAsync(300, 560, 5);
            });
            await page.Mouse.UpAsync();
            await QuietAsync();
            // The view that panning left is kept in the browser; the drops are measured at the start of the drawing.
            await page.EvaluateAsync("() => localStorage.clear()");
            await page.GotoAsync($"/journeys/{journey}/designer");
            await page.Locator(".cv.ready").WaitForAsync();
            for (var round = 0; round < Rounds; round++)
                drops.Add(await DropAsync());
            Drop = Middle(drops);
        }

        private async Task WanderAsync(float x, float y, int step)
        {
            await QuietAsync();
            var before = messages();
            for (var move = 1; move <= 100; move++)
            {
                await page.Mouse.MoveAsync(x + (move * step), y - (move * 2) + (float)(40 * Math.Sin(move / 6.0)));
                await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
            }
            Messages += messages() - before;
        }

        /// <summary>From the pointer's release to the frame in which the new step stands on the canvas.</summary>
        private async Task<double> DropAsync()
        {
            var (item, plus) = (await MiddleOfAsync("[data-palette] [data-kind-key=wait]"), await MiddleOfAsync("[data-plus]"));
            await page.Mouse.MoveAsync(item.X, item.Y);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(plus.X, plus.Y, new() { Steps = 8 });
            await page.EvaluateAsync("""
                () => {
                  const world = document.querySelector('[data-world]'), count = world.querySelectorAll('[data-node]').length;
                  window.dropped = new Promise((done, fail) => addEventListener('pointerup', () => {
                    const start = performance.now();
                    setTimeout(() => fail(new Error('Nothing was dropped within 20 s.')), 20000);
                    new MutationObserver((_, watch) => {
                      if (world.querySelectorAll('[data-node]').length === count) return;
                      watch.disconnect();
                      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
                    }).observe(world, { childList: true });
                  }, { once: true, capture: true }));
                }
                """);
            await page.Mouse.UpAsync();
            var time = await page.EvaluateAsync<double>("() => window.dropped");
            await QuietAsync();
            await page.Locator("[data-undo]").ClickAsync();
            await QuietAsync();
            return time;
        }

        private async Task<(double Median, double P95)> FramesAsync(Func<Task> work)
        {
            await page.EvaluateAsync("""
                () => {
                  window.frames_ = []; window.counting = true;
                  let last = performance.now();
                  const frame = now => { window.frames_.push(now - last); last = now; if (window.counting) requestAnimationFrame(frame); };
                  requestAnimationFrame(frame);
                }
                """);
            await work();
            var frames = await page.EvaluateAsync<double[]>("() => { window.counting = false; return window.frames_.slice(2); }");
            var sorted = frames.Order().ToList();
            return (sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.95)]);
        }

        private async Task QuietAsync()
        {
            for (var before = -1; before != messages();)
            {
                before = messages();
                await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 600))");
            }
        }

        private async Task<(float X, float Y)> MiddleOfAsync(string selector)
        {
            var box = (await page.Locator(selector).First.BoundingBoxAsync())!;
            return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        }

        private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }
}

/// <summary>The real program in a process of its own, on a database of the run.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process process;

    private PortalProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = new("about:blank");

    public static async Task<PortalProcess> StartAsync(BenchRun run, BenchDatabase database, string email, string password)
    {
        var project = Path.Combine(ThisMachine.Repository, "BuyingGroups.Portal");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, "bin", ThisMachine.BuildConfiguration, "net10.0", "BuyingGroups.Portal.dll")])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Database__Provider"] = database.Provider.Name,
                ["Database__ConnectionString"] = database.ConnectionString,
                ["Storage__Directory"] = Path.Combine(run.Folder, "storage"),
                ["FirstAdmin__Email"] = email,
                ["FirstAdmin__Name"] = "Bench",
                ["FirstAdmin__Password"] = password,
                ["Logging__Console__FormatterName"] = "simple",
            },
        };
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var portal = new PortalProcess(new Process { StartInfo = start });
        portal.process.OutputDataReceived += (_, line) =>
        {
            const string announcement = "Now listening on: ";
            var at = line.Data?.IndexOf(announcement, StringComparison.Ordinal) ?? -1;
            if (at >= 0)
                listening.TrySetResult(new Uri(line.Data![(at + announcement.Length)..].Trim()));
        };
        portal.process.Start();
        portal.process.BeginOutputReadLine();
        portal.Address = await listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
