using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Api.Bodies;

/// <summary>A refusal of the call's form, not of what it asks: the program that sends it must be changed.</summary>
public interface IMalformed;

/// <summary>The body is larger than is read.</summary>
/// <param name="Most">Bytes.</param>
public sealed record BodyTooLarge(long Most) : Refusal("The body is larger than {0} bytes. Nothing was done; send fewer rows in each call.", Most);

/// <summary>The body is not said to be JSON.</summary>
public sealed record JsonExpected() : Refusal("The body is not JSON. Nothing was done; send JSON in UTF-8 with the header “Content-Type: application/json”.");

/// <summary>The body says it is JSON and is not.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Position">Byte in the line, from 1.</param>
public sealed record MalformedJson(long Line, long Position) : Refusal("The body is not valid JSON at line {0}, byte {1}. Nothing was done; correct it and send it again.", Line, Position), IMalformed;

/// <summary>Bytes or escapes that are no characters.</summary>
public sealed record NotUnicode() : Refusal("The body holds bytes or escapes that are not characters of Unicode. Nothing was done; send it in UTF-8."), IMalformed;

/// <summary>A member that the API does not know.</summary>
/// <param name="Path">Where, as a JSON pointer.</param>
/// <param name="Known">What may stand there.</param>
public sealed record UnknownMember(string Path, string Known) : Refusal("{0} is not known here. Nothing was done; there may be: {1}.", Path, Known), IMalformed;

/// <summary>A member that must be there is not.</summary>
/// <param name="Path">Where, as a JSON pointer.</param>
public sealed record MissingMember(string Path) : Refusal("{0} is missing. Nothing was done; add it and send it again.", Path), IMalformed;

/// <summary>A value of another kind than belongs there.</summary>
/// <param name="Path">Where, as a JSON pointer.</param>
/// <param name="Expected">What belongs there.</param>
/// <param name="Found">What stands there.</param>
public sealed record WrongKind(string Path, string Expected, string Found) : Refusal("{0} should be {1} and is {2}. Nothing was done; correct it and send it again.", Path, Expected, Found), IMalformed;

/// <summary>A part of the address's query cannot be used.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Expected">What it should be.</param>
public sealed record WrongParameter(string Parameter, string Expected) : Refusal("The parameter {0} should be {1}. Nothing was done; correct it and ask again.", Parameter, Expected), IMalformed;

/// <summary>The request broke off or breaks the rules of HTTP.</summary>
public sealed record BrokenRequest() : Refusal("The request could not be read. Nothing was done; send it again."), IMalformed;

/// <summary>A parameter of the address that nobody knows.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Known">Those there are.</param>
public sealed record UnknownParameter(string Parameter, string Known) : Refusal("There is no parameter {0}. Nothing was done; there are: {1}.", Parameter, Known), IMalformed;
