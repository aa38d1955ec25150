using System.Diagnostics.CodeAnalysis;

namespace BuyingGroups.Domain.Refusals;

/// <summary>What a command or rule gives back: a value, or the named reasons why not.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Outcome<T>
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        Value = value;
        Refusals = refusals;
    }

    /// <summary>The value; default when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; empty when it succeeded.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when nothing was refused.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Refusals.Count == 0;

    /// <summary>The first reason, or null.</summary>
    public Refusal? Refusal => Refusals.Count == 0 ? null : Refusals[0];

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>A success, for values of an interface type, which cannot convert by themselves.</summary>
    public static Outcome<T> Of(T value) => new(value, []);

    /// <summary>Several refusals; must not be empty.</summary>
    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(default, refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    /// <summary>The same with a value made of this one; a refusal stays what it is.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Succeeded ? Outcome<TNext>.Of(next(Value)) : Outcome<TNext>.Refused(Refusals);
    }

    /// <summary>The value, or an exception that carries the refusal: for callers that have ruled refusals out, such as tests and the demo.</summary>
    /// <exception cref="RefusedException">The outcome is a refusal.</exception>
    public T Demand() => Succeeded ? Value : throw new RefusedException(Refusals);
}

/// <summary>Thrown where a refusal cannot be answered.</summary>
/// <param name="refusals">Why.</param>
public sealed class RefusedException(IReadOnlyList<Refusal> refusals) : Exception(string.Join(' ', refusals))
{
    /// <summary>Why.</summary>
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}

/// <summary>The value of a command that has nothing to say but "done".</summary>
public sealed record Done
{
    /// <summary>The only one.</summary>
    public static Done Instance { get; } = new();
}
