namespace BuyingGroups.Portal.CommandLine;

/// <summary>What was typed after a verb: plain words, <c>--name value</c> options and <c>--name</c> switches.</summary>
public sealed class CommandLineArguments(IReadOnlyList<string> arguments)
{
    /// <summary>Everything as typed.</summary>
    public IReadOnlyList<string> All => arguments;

    /// <summary>Words that belong to no option; <paramref name="switches"/> names the options that take no value.</summary>
    public IReadOnlyList<string> Words(params string[] switches)
    {
        var words = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                words.Add(arguments[i]);
            else if (!arguments[i].Contains('=', StringComparison.Ordinal) && !switches.Contains(arguments[i], StringComparer.Ordinal))
                i++;
        }
        return words;
    }

    /// <summary>True when the switch was given.</summary>
    public bool Has(string name) => arguments.Contains(name, StringComparer.Ordinal);

    /// <summary>The last value of an option, or null.</summary>
    public string? Value(string name) => Values(name).LastOrDefault();

    /// <summary>Every value of an option that may be repeated, in order; <c>--name value</c> and <c>--name=value</c> are the same.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        var values = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == name && i + 1 < arguments.Count)
                values.Add(arguments[++i]);
            else if (arguments[i].StartsWith(name + "=", StringComparison.Ordinal))
                values.Add(arguments[i][(name.Length + 1)..]);
        }
        return values;
    }
}
