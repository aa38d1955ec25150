using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BuyingGroups.Bench;

/// <summary>With BUYINGGROUPS_BENCH_STATEMENTS=1: how long each kind of statement took in all, so that one sees where the time goes.</summary>
internal sealed partial class StatementTimes : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Dictionary<string, (int Count, TimeSpan Time)> times = new(StringComparer.Ordinal);
    private readonly List<IDisposable> subscriptions = [];

    public static StatementTimes? Watch()
    {
        if (Environment.GetEnvironmentVariable("BUYINGGROUPS_BENCH_STATEMENTS") != "1")
            return null;
        var watching = new StatementTimes();
        watching.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(watching));
        return watching;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name || name == RelationalEventId.TransactionCommitted.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case CommandExecutedEventData executed:
                Add(Blanks().Replace(Numbers().Replace(executed.Command.CommandText, "#"), " "), executed.Duration);
                break;
            case TransactionEndEventData ended:
                Add("COMMIT", ended.Duration);
                break;
            default:
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        subscriptions.ForEach(subscription => subscription.Dispose());
        lock (times)
        {
            foreach (var (text, (count, time)) in times.OrderByDescending(one => one.Value.Time).Take(25))
                Console.WriteLine($"   {time.TotalMilliseconds,9:N0} ms {count,7:N0} × {text[..Math.Min(140, text.Length)]}");
        }
    }

    private void Add(string text, TimeSpan time)
    {
        lock (times)
        {
            var (count, sum) = times.GetValueOrDefault(text);
            times[text] = (count + 1, sum + time);
        }
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
