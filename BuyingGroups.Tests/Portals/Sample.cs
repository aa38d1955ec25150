using System.Collections;
using System.Reflection;
using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Tests.Portals;

/// <summary>
/// Makes a value of any request type, so that a test can call all requests there are and those that come later: bare, with only what must
/// be there, or full, with everything that can be there.
/// </summary>
public static class Sample
{
    /// <summary>A value of <paramref name="type"/>.</summary>
    /// <exception cref="InvalidOperationException">The type has no public constructor that can be filled.</exception>
    public static object Of(Type type, bool full) => Make(type, full, 0) ?? throw new InvalidOperationException($"There is no sample of {type}.");

    private static object? Make(Type type, bool full, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return full ? Make(inner, full, depth) : null;
        }

        if (Simple(type, full) is { } simple)
        {
            return simple;
        }

        if (type.IsAssignableTo(typeof(Condition)))
        {
            return ConditionGroup.Everything;
        }

        if (type.IsAssignableTo(typeof(Stream)))
        {
            return new MemoryStream([65]);
        }

        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && Many(type, full, depth) is { } many)
        {
            return many;
        }

        return depth > 6 || type.IsAbstract ? null : Build(type, full, depth);
    }

    private static object? Simple(Type type, bool full) => type switch
    {
        _ when type == typeof(string) => "a",
        _ when type == typeof(bool) => full,
        _ when type == typeof(Guid) => new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        _ when type == typeof(DateTime) => new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 2),
        _ when type == typeof(CancellationToken) => CancellationToken.None,
        _ when type.IsEnum => full ? Enum.GetValues(type).Cast<object>().Last() : Enum.GetValues(type).GetValue(0),
        _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? Many(Type type, bool full, int depth)
    {
        var dictionary = type.GetInterfaces().Append(type).FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
        if (dictionary is not null)
        {
            var made = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(dictionary.GetGenericArguments()))!;
            return type.IsInstanceOfType(made) ? made : null;
        }

        var element = type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;
        if (element is null)
        {
            return null;
        }

        var items = Array.CreateInstance(element, full ? 1 : 0);
        if (full && Make(element, full, depth + 1) is { } item)
        {
            items.SetValue(item, 0);
        }

        object[] shapes = [items, Activator.CreateInstance(typeof(List<>).MakeGenericType(element), items)!, Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), items)!];
        return Array.Find(shapes, type.IsInstanceOfType);
    }

    private static object? Build(Type type, bool full, int depth)
    {
        // A record's copy constructor takes the record itself.
        var constructor = type.GetConstructors().Where(candidate => Array.TrueForAll(candidate.GetParameters(), parameter => parameter.ParameterType != type))
            .MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is null)
        {
            return null;
        }

        var nullability = new NullabilityInfoContext();
        var arguments = constructor.GetParameters().Select(parameter =>
            !full && parameter.HasDefaultValue ? parameter.DefaultValue is DBNull ? null : parameter.DefaultValue
            : !full && nullability.Create(parameter).WriteState == NullabilityState.Nullable ? null
            : Make(parameter.ParameterType, full, depth + 1)).ToArray();
        var built = constructor.Invoke(arguments);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
        {
            if (full || nullability.Create(property).WriteState != NullabilityState.Nullable && property.GetValue(built) is null)
            {
                property.SetValue(built, Make(property.PropertyType, full, depth + 1));
            }
        }

        return built;
    }
}
