using System.Net;
using System.Net.Sockets;

namespace BuyingGroups.Tests.EndToEnd.Designer;

/// <summary>A road to the portal on which everything takes a while each way, and which can be cut and mended: a distant office, a train in a tunnel.</summary>
internal sealed class SlowRoad : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _portal;
    private CancellationTokenSource _cut = new();
    private volatile bool _isCut;

    public SlowRoad(Uri portal, TimeSpan delay)
    {
        (_portal, Delay) = (portal, delay);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>How long everything takes each way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The portal by this road.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Nothing comes through any more, and what was under way is lost.</summary>
    public async Task CutAsync()
    {
        _isCut = true;
        await _cut.CancelAsync();
    }

    public void Mend()
    {
        _cut = new CancellationTokenSource();
        _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _cut.CancelAsync();
        _listener.Dispose();
        _end.Dispose();
        _cut.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var browser = await _listener.AcceptTcpClientAsync(_end.Token);
                if (_isCut)
                    browser.Dispose();
                else
                    _ = CarryAsync(browser, _cut.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The road is closed.
        }
    }

    private async Task CarryAsync(TcpClient browser, CancellationToken cut)
    {
        using var portal = new TcpClient();
        try
        {
            await portal.ConnectAsync(_portal.Host, _portal.Port, cut);
            (browser.NoDelay, portal.NoDelay) = (true, true);
            await Task.WhenAny(CarryAsync(browser.GetStream(), portal.GetStream(), cut), CarryAsync(portal.GetStream(), browser.GetStream(), cut));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException)
        {
            // Cut, or one of them has gone.
        }
        finally
        {
            browser.Dispose();
        }
    }

    /// <summary>Each piece arrives its time after it was sent, however many are under way.</summary>
    private async Task CarryAsync(NetworkStream from, NetworkStream to, CancellationToken cut)
    {
        var last = Task.CompletedTask;
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = await from.ReadAsync(buffer, cut)) > 0;)
            {
                var piece = buffer[..read];
                var (before, due) = (last, Task.Delay(Delay, cut));
                last = ArriveAsync();

                async Task ArriveAsync()
                {
                    await due;
                    await before;
                    await to.WriteAsync(piece, cut);
                }
            }
            await last;
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Cut, or one of them has gone.
        }
    }
}
