using System.Collections;
using System.Reflection;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Security;

/// <summary>Calls everything as everybody: what a role lacks is denied, what it holds is not.</summary>
[Trait("Category", "Access")]
public sealed class PermissionMatrixTests
{
    private static readonly Assembly PortalAssembly = typeof(Permissions).Assembly;

    public static TheoryData<string> Roles => [.. Permissions.DefaultRoles.Keys, "Nobody"];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_command_and_query_is_denied_to_exactly_those_without_its_permission(string role)
    {
        await using var portal = await TestPortal.CreateAsync();
        var held = Permissions.DefaultRoles.GetValueOrDefault(role, []).ToHashSet(StringComparer.Ordinal);
        var caller = new Caller(Actor.User(0, role), null, held, "test");
        var gateway = portal.Services.GetRequiredService<PortalGateway>();
        List<string> found = [];
        var requests = Requests().ToList();
        foreach (var type in requests)
        {
            var expected = !caller.May(PortalGateway.PermissionOf(type));
            if (await IsDeniedAsync(gateway, type, caller) != expected)
                found.Add($"{type.Name} as {role}: expected to be {(expected ? "denied" : "allowed")}");
        }

        Assert.NotEmpty(requests);
        Findings.None(found);
    }

    [Fact]
    public async Task Nothing_is_done_for_somebody_who_is_not_signed_in()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var gateway = scope.ServiceProvider.GetRequiredService<Gateway>();
        List<string> found = [];
        foreach (var type in Requests())
        {
            var refusal = await AskAsync(gateway, type, []);
            if (refusal is not NotSignedIn)
                found.Add($"{type.Name}: {refusal?.Name ?? "done"}");
        }

        Findings.None(found);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_page_opens_to_exactly_those_with_its_permission(string role)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        var (_, email) = await portal.JoinAsync("Vera Visitor", role);
        using var visitor = new WebVisitor(portal);
        Assert.Equal("/", (await visitor.SignInAsync(email, People.Password)).LeadsTo());
        var held = Permissions.DefaultRoles.GetValueOrDefault(role, []);
        List<string> found = [];
        foreach (var (path, policy) in Pages())
        {
            using var answer = await visitor.GetAsync(path);
            var opened = (int)answer.StatusCode == 200;
            if (opened != (policy == Permissions.SignedIn || held.Contains(policy, StringComparer.Ordinal)))
                found.Add($"{path} ({policy}) as {role}: {(int)answer.StatusCode} {answer.LeadsTo()}");
        }

        Findings.None(found);
    }

    [Fact]
    public async Task Each_page_leads_a_stranger_to_sign_in()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        using var stranger = new WebVisitor(portal);
        List<string> found = [];
        foreach (var (path, _) in Pages())
        {
            using var answer = await stranger.GetAsync(path);
            if (answer.LeadsTo() != "/sign-in?returnUrl=" + Uri.EscapeDataString(path))
                found.Add($"{path}: {(int)answer.StatusCode} {answer.LeadsTo()}");
        }

        Findings.None(found);
    }

    // Pages with a place for a number in their address need something to show; their attribute is the same and another test reads it.
    private static IEnumerable<(string Path, string Policy)> Pages() =>
        from page in PortalAssembly.GetTypes()
        from route in page.GetCustomAttributes<RouteAttribute>(inherit: false)
        let policy = page.GetCustomAttributes<AuthorizeAttribute>(inherit: true).Select(a => a.Policy).FirstOrDefault(p => p is not null)
        where policy is not null && !route.Template.Contains('{', StringComparison.Ordinal)
        select (route.Template, policy);

    private static IEnumerable<Type> Requests() => PortalAssembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && Contract(t) is not null);

    private static Type? Contract(Type type) =>
        Array.Find(type.GetInterfaces(), i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>)));

    private static async Task<bool> IsDeniedAsync(PortalGateway gateway, Type type, Caller caller)
    {
        try
        {
            return await AskAsync(gateway, type, [caller]) is AccessDenied;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The request is made of empty parts; a handler may stumble over them. What counts is that it was let in.
            return false;
        }
    }

    private static async Task<Refusal?> AskAsync(object gateway, Type type, object[] who)
    {
        var contract = Contract(type)!;
        var name = contract.GetGenericTypeDefinition() == typeof(ICommand<>) ? "SendAsync" : "AskAsync";
        var method = gateway.GetType().GetMethod(name)!.MakeGenericMethod(contract.GetGenericArguments()[0]);
        var task = (Task)method.Invoke(gateway, [Make(type), .. who, CancellationToken.None])!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return (Refusal?)outcome.GetType().GetProperty("Refusal")!.GetValue(outcome);
    }

    /// <summary>The smallest instance of a type.</summary>
    private static object? Make(Type type)
    {
        if (type == typeof(string))
            return "x";
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (type.IsArray)
            return Array.CreateInstance(type.GetElementType()!, 0);
        if (type.IsInterface && type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var parts = type.GetGenericArguments();
            return parts.Length == 2
                ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts))
                : type.IsAssignableFrom(parts[0].MakeArrayType()) ? Array.CreateInstance(parts[0], 0) : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(parts));
        }
        if (type.IsAbstract || type == typeof(Stream))
            return null;
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).FirstOrDefault(c => !Array.Exists(c.GetParameters(), p => p.ParameterType == type));
        return constructor?.Invoke([.. constructor.GetParameters().Select(p => p.HasDefaultValue && !p.ParameterType.IsValueType ? null : Make(p.ParameterType))]);
    }
}
