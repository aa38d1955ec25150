using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>A hand on the mouse over a designer: drags things onto paths, and counts what the browser sends meanwhile.</summary>
internal sealed class DesignerHand
{
    private const int Steps = 12;

    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _sent = new();

    /// <summary>Made before the page is opened, so that its connection is heard.</summary>
    public DesignerHand(IPage page)
    {
        _page = page;
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => _sent.Enqueue(frame.Text ?? Encoding.Latin1.GetString(frame.Binary ?? []));
    }

    /// <summary>Commands of the canvas that the browser has sent so far.</summary>
    public int Commands => _sent.Count(frame => frame.Contains("DoAsync", StringComparison.Ordinal));

    /// <summary>Everything else that says something: keep-alives are a few bytes.</summary>
    public int Messages => _sent.Count(frame => frame.Length > 4);

    public ILocator Kind(string kind) => _page.Locator($"[data-palette] [data-kind-key={kind}]");

    public ILocator Node(string id) => _page.Locator($"[data-node={id}]");

    public ILocator Plus(string node, string path = "next") => _page.Locator($"[data-plus={path}][data-of={node}]");

    public ILocator End(string node, string path = "next") => _page.Locator($"[data-end={path}][data-of={node}]");

    /// <summary>Opens a designer and waits until its script listens.</summary>
    public async Task OpenAsync(string address)
    {
        await _page.GotoAsync(address);
        await _page.Locator(".cv.ready").WaitForAsync();
    }

    /// <summary>Takes something and lets it go over a place; gives back what was sent while the pointer moved, and the commands after it.</summary>
    public async Task<(int WhileMoving, int Commands)> DragAsync(ILocator what, ILocator to, string? holding = null)
    {
        // All of it in the window: every place can be reached.
        await _page.Locator("[data-do=fit]").ClickAsync();
        if (await what.GetAttributeAsync("data-kind-key") is not null)
            await what.ScrollIntoViewIfNeededAsync();
        await QuietAsync();
        var (from, place) = (await MiddleAsync(what), await MiddleAsync(to));
        if (holding is not null)
            await _page.Keyboard.DownAsync(holding);
        await _page.Mouse.MoveAsync(from.X, from.Y);
        await _page.Mouse.DownAsync();
        // The press takes the focus out of a field, which that field says; the move has not begun.
        await QuietAsync();
        var (messages, commands) = (Messages, Commands);
        await _page.Mouse.MoveAsync(place.X, place.Y, new() { Steps = Steps });
        // The place opens in the frame after the pointer came near.
        await _page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var moving = Messages - messages;
        await _page.Mouse.UpAsync();
        if (holding is not null)
            await _page.Keyboard.UpAsync(holding);
        await _page.WaitForFunctionAsync("() => !document.querySelector('body > .ghost')");
        await QuietAsync();
        return (moving, Commands - commands);
    }

    /// <summary>Waits until the drawing is stored and nothing has been sent for a while: what a rendering before it still says must not be counted.</summary>
    public async Task QuietAsync()
    {
        await _page.Locator("[data-draft=saved]").WaitForAsync();
        for (var before = -1; before != Messages;)
        {
            before = Messages;
            await _page.EvaluateAsync("() => new Promise(done => setTimeout(done, 150))");
        }
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator what)
    {
        await what.WaitForAsync();
        var box = (await what.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
